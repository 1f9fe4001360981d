"""What the command line says of several files alike, and who cannot be refused any."""

CHECK_THE_NAME = "cannot be read: No such file or directory; check the name"
SAVE_AS_UTF8 = "save the file again with the encoding UTF-8"

SUPERUSER = "no file and no folder refuses the superuser: run the tests as somebody else"
