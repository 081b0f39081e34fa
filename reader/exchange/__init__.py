"""Annotations leave and come back; one module a format."""
