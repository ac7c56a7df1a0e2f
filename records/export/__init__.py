"""What leaves the store as files: tables, motion files, FHIR, a research set, an own copy."""
