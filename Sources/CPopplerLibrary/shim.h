// Empty: poppler speaks C++, and only CPoppler includes its headers. This module carries its compiler flags.
