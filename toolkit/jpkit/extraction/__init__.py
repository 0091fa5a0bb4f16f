"""From documents to terms, services, definitions and summaries: one idea a module."""
