// libyaml: the parser's events carry the line and column of every scalar.
#ifndef BAWABA_CLIBYAML_H
#define BAWABA_CLIBYAML_H
#include <yaml.h>
#endif
