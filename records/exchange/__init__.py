"""What goes between a clinic and a home: packs, each one encrypted and signed file."""
