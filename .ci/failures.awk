# Of a test run's output: what failed is said once more before the closing line, since a thousand
# lines lie between.
/ recorded an issue / { isFailure = 1; failures[++count] = substr($0, 1, 400) }
isFailure && /^↳/ { failures[++count] = substr($0, 1, 400) }
!/ recorded an issue / && !/^↳/ { isFailure = 0 }
/^. Test run with / { for (i = 1; i <= count && i <= 40; i++) print failures[i] }
{ print; fflush() }
