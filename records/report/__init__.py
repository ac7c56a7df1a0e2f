"""Reports: plain data in, pages out; on paper, as pictures, and as one page for a browser."""
