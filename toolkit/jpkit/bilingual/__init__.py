"""Names of one thing in Japanese and English: where they come from and how sure they are."""
