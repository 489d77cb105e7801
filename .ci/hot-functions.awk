# Of a profile's text: the functions that ran a thousand times, with how often each branch did. What
# names an object file is left out, since those stand elsewhere for everybody else: a file's own
# functions, and whom calls through pointers reached. Names in Swift begin with `$`, which the reader
# takes for bits behind the counts; `$0` says that there are none.
BEGIN { RS = "" }
{
    lines = split($0, line, "\n")
    isHot = NR == 1
    isCount = 0
    text = ""
    for (i = 1; i <= lines && line[i] !~ /^# Num Value Kinds/; i++) {
        if (line[i] ~ /^#/) isCount = line[i] ~ /Counter Values/
        else if (isCount && line[i] >= 1000) isHot = 1
        text = text line[i] "\n"
    }
    if (isHot && line[1] !~ /;/) printf "%s$0\n\n", text
}
