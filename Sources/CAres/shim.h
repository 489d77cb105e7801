// c-ares: asynchronous DNS that works in a static binary.
#ifndef BAWABA_CARES_H
#define BAWABA_CARES_H
// Before ares.h, which includes the same system headers: as a module, so that their declarations
// belong to CLinux alone. With two owners it depends on the order of compilation which one the
// compiler believes, and a file that imports the other no longer finds them.
#include "../CLinux/shim.h"
#include <ares.h>
#endif
