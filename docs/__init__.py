"""The pages, and `docs.generate`, which makes those that say what the code holds."""
