"""The tables of a library, as migrations in order; one that shipped never changes."""

from sqlite_utils import Migrations

from reader.store.schema.m001_library import m001_library

migrations = Migrations("reader")

for _migration in (m001_library,):
    migrations()(_migration)
