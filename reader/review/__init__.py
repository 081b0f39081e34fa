"""Queues, decisions and agreement, as pure functions."""
