# Of a profile's text: the functions that ran a thousand times. Names in Swift begin with `$`, which
# the reader takes for bits behind the counts; `$0` says that there are none.
BEGIN { RS = ""; ORS = "\n\n" }
{
    lines = split($0, line, "\n")
    isHot = NR == 1
    isCount = 0
    text = ""
    for (i = 1; i <= lines; i++) {
        if (isCount && line[i] ~ /^#/) text = text "$0\n"
        if (line[i] ~ /^#/) isCount = line[i] ~ /Counter Values/
        else if (isCount && line[i] >= 1000) isHot = 1
        text = text line[i] "\n"
    }
    if (isCount) text = text "$0\n"
    if (isHot) printf "%s\n", text
}
