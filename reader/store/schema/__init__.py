"""The tables of a library, as migrations in order; one that shipped never changes."""

from sqlite_utils import Migrations

from reader.store.schema.m001_library import m001_library
from reader.store.schema.m002_codebook import m002_codebook
from reader.store.schema.m003_suggestions import m003_suggestions
from reader.store.schema.m004_search import m004_search
from reader.store.schema.m005_list import m005_list
from reader.store.schema.m006_site_lines import m006_site_lines
from reader.store.schema.m007_review import m007_review
from reader.store.schema.m008_versions import m008_versions
from reader.store.schema.m012_import import m012_import
from reader.store.schema.m013_learning import m013_learning
from reader.store.schema.m014_copies import m014_copies
from reader.store.schema.m015_counts import m015_counts

migrations = Migrations("reader")

for _migration in (
    m001_library, m002_codebook, m003_suggestions, m004_search, m005_list,
    m006_site_lines, m007_review, m008_versions, m012_import,
    m013_learning, m014_copies, m015_counts,
):  # fmt: skip
    migrations()(_migration)
