// glibc declares renameat2 only under _GNU_SOURCE, which Swift's Glibc module does not set.
// Linux 3.15, glibc 2.28; see renameat2(2).
#ifndef MEDEL_RENAME_EXCHANGE
#define MEDEL_RENAME_EXCHANGE 2u
int renameat2(int oldFolder, const char *oldPath, int newFolder, const char *newPath,
              unsigned int flags);
#endif
