"""What shows records and tells of keys and clicks; knows no store."""
