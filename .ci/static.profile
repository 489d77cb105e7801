# IR level Instrumentation Flag
:ir
$s10Operations10StageTimesVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796582
$0

$s10Operations10StageTimesVySiAA0B0Ocig
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
2639185
0
$0

$s10Operations10StageTimesVySiAA0B0Ocis
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
4231709
0
$0

$s10Operations12RequestFactsVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s10Operations12TraceContextV6append2toy5Bytes10ByteBufferVz_tF
# Func Hash:
510152027660978809
# Num Counters:
18
# Counter Values:
0
796254
0
0
796254
0
0
0
0
0
0
0
0
0
796254
0
0
796254
$0

$s10Operations12TraceContextV9continued2byAcA16IdentifierSourceVz_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796254
$0

$s10Operations12TraceContextV9startedBy9isSampledAcA16IdentifierSourceVz_SbtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s10Operations14MemoryPressureO8rawValueSivg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1594248
$0

$s10Operations14MemoryPressureOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
8867784
24
$0

$s10Operations14MemoryPressureOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1477964
$0

$s10Operations16IdentifierSourceV11nextNonZeros6UInt64VyF
# Func Hash:
784007056507080604
# Num Counters:
2
# Counter Values:
0
3185040
$0

$s10Operations16IdentifierSourceV13nextRequestIDAA0eF0VyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s10Operations16IdentifierSourceV4nexts6UInt64VyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s10Operations8RecorderV3add__8upstreamyAA15UpstreamCounterO_S2itF
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
2389706
0
0
0
$0

$s10Operations8RecorderV3add__8upstreamyAA15UpstreamCounterO_S2itFfA0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796648
$0

$s10Operations8RecorderV3addyyAA7CounterO_SitF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
9721
$0

$s10Operations8RecorderV3addyyAA7CounterO_SitFfA0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
9721
$0

$s10Operations8RecorderV3setyyAA7CounterO_SitF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1594256
$0

$s10Operations8RecorderV5count33_7CD0618911AEA5B3918A94700FDD2E5ALLyyAA12RequestFactsVF
# Func Hash:
3603318940212956
# Num Counters:
15
# Counter Values:
0
0
7962620
1760102
1760100
796262
83497
796174
796262
0
0
0
0
0
0
$0

$s10Operations8RecorderV6record_2id6client6method12organization11certificate6detailyAA12RequestFactsV_s4SpanVys5UInt8VGA5QtF
# Func Hash:
974670605247905668
# Num Counters:
6
# Counter Values:
796262
0
0
0
0
0
$0

$s10Operations8RecorderV7observe33_7CD0618911AEA5B3918A94700FDD2E5ALL_2atySi_SitF
# Func Hash:
1096621591013155257
# Num Counters:
5
# Counter Values:
796262
796261
0
0
0
$0

$s10Operations9RequestIDV6append2toy5Bytes10ByteBufferVz_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2472184
$0

$s14ArgumentParser0A4HelpVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1064
$0

$s14ArgumentParser14CompletionKindV0D0OWOe
# Func Hash:
287486627356528169
# Num Counters:
7
# Counter Values:
3248
0
0
0
0
0
0
$0

$s14ArgumentParser20CommandConfigurationVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
13664
$0

$s14ArgumentParser20CommandConfigurationVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
4256
$0

$s14ArgumentParser4NameOWOe
# Func Hash:
844982799169123455
# Num Counters:
5
# Counter Values:
2592
0
2112
480
0
$0

$s14ArgumentParser4NameOWOy
# Func Hash:
844982799169123455
# Num Counters:
5
# Counter Values:
2432
0
2048
384
0
$0

$s14ArgumentParser4TreeC4path12toFirstWhereSayACyxGGSbxXE_tFAA15ParsableCommand_pXp_Tg504$s14a7Parser4c6CA2A15hi25_pXpRszlE4path2toSayAaD_pn6GAaD_pn5_tFSbr3D_pN5XEfU_AaH_pXmTTf1cn_n
# Func Hash:
380228537225799126
# Num Counters:
25
# Counter Values:
1092
66
156
156
0
156
0
48
0
0
12
12
0
0
0
24
0
0
0
36
0
0
0
0
0
$0

$s14ArgumentParser6ParsedOySSGWOe
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
616
1680
$0

$s14ArgumentParser6ParsedOySSGWOy
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
600
1440
$0

$s3TLS10SocketLinkV4sendySiSgSWF
# Func Hash:
1031809832009281179
# Num Counters:
8
# Counter Values:
546
0
352916
0
546
352916
0
0
$0

$s3TLS10SocketLinkV7receiveySiSgSwF
# Func Hash:
247671765695960454
# Num Counters:
11
# Counter Values:
12
588
68144
0
349560
431
349560
12
349560
349523
0
$0

$s3TLS10TLSSessionV11stopReading33_6EFEC576C7DC64A01AB270DD7FBC37CFLLy7Reactor8IOResultOSiF
# Func Hash:
96519926927493313
# Num Counters:
15
# Counter Values:
66431
76
419
66393
0
0
419
0
0
0
0
66888
942
66888
38
$0

$s3TLS10TLSSessionV4sendy7Reactor8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
647472250576353377
# Num Counters:
11
# Counter Values:
351684
351687
351687
0
351687
3
351684
0
0
0
0
$0

$s3TLS10TLSSessionV4stop33_6EFEC576C7DC64A01AB270DD7FBC37CFLLAC4StopAELLOyF
# Func Hash:
917515342800564703
# Num Counters:
9
# Counter Values:
0
42
68653
431
68186
388
78
0
78
$0

$s3TLS10TLSSessionV7receive4into6atMost7Reactor8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
228783575477335413
# Num Counters:
19
# Counter Values:
416589
349701
415374
349701
458
349664
0
415374
415374
66888
348486
0
0
0
0
0
0
0
349701
$0

$s3TLS10TLSSessionVSgWOe
# Func Hash:
212526876123949159
# Num Counters:
2
# Counter Values:
13816
0
$0

$s3TLS10socketRead33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count4reads5Int32Vs13OpaquePointerVSg_Spys4Int8VGSgSiSpySiGSgtF
# Func Hash:
290495010191972072
# Num Counters:
5
# Counter Values:
350003
68144
350003
0
0
$0

$s3TLS10socketRead33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count4reads5Int32Vs13OpaquePointerVSg_Spys4Int8VGSgSiSpySiGSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
418147
$0

$s3TLS11socketWrite33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count7writtens5Int32Vs13OpaquePointerVSg_SPys4Int8VGSgSiSpySiGSgtF
# Func Hash:
290495010191972072
# Num Counters:
5
# Counter Values:
353462
0
353462
0
0
$0

$s3TLS11socketWrite33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count7writtens5Int32Vs13OpaquePointerVSg_SPys4Int8VGSgSiSpySiGSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
353462
$0

$s3TLS13socketControl33_D6113300B15F205D3856FF6CC1B72ABDLL3bio7command6number4dataSis13OpaquePointerVSg_s5Int32VSiSvSgtFTo
# Func Hash:
844982799193813738
# Num Counters:
5
# Counter Values:
1232
4049367
4047692
443
0
$0

$s3TLS16TLSServerContextC11scopeDigest33_0622FEBF65C39910B7475D87D9F806BBLL3for6Crypto06SHA256E0Vs4SpanVys5UInt8VG_tF
# Func Hash:
631255616765942558
# Num Counters:
6
# Counter Values:
149606
4725
589
525
0
0
$0

$s3TLS17ticketKeyCallback7session4name6vector6cipher3mac9isSealings5Int32Vs13OpaquePointerVSg_Spys5UInt8VGSgAq2mJtF
# Func Hash:
278041625210691582
# Num Counters:
16
# Counter Values:
9424
589
589
589
589
589
0
0
0
0
589
0
0
589
0
0
$0

$s3TLS9TransportV11withSessionyxSgxAA10TLSSessionVXElF
# Func Hash:
1120623731590486676
# Num Counters:
7
# Counter Values:
1778
0
0
0
1767
1778
1778
$0

$s3TLS9TransportV4markyy7Reactor5EventVF
# Func Hash:
948827211026951032
# Num Counters:
8
# Counter Values:
1417037
1414898
1417037
853
350118
351490
596
0
$0

$s3TLS9TransportV4sendy7Reactor8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
694937219341510735
# Num Counters:
7
# Counter Values:
1070070
351687
1070070
0
0
0
0
$0

$s3TLS9TransportV5closeyyF
# Func Hash:
694937220263392911
# Num Counters:
7
# Counter Values:
1256
600
600
589
167
167
140
$0

$s3TLS9TransportV7canReadSbvg
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
317405
1061472
$0

$s3TLS9TransportV7receive4into6atMost7Reactor8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
974670607303659097
# Num Counters:
8
# Counter Values:
1068921
415374
1064638
4283
1064638
4074
1064638
0
$0

$s3TLS9TransportV9handshakeAA15HandshakeResultOyF
# Func Hash:
713055969664032657
# Num Counters:
14
# Counter Values:
0
2355
2351
2351
589
11
1751
0
0
0
0
0
1188
1762
$0

$s3TLS9TransportVSgWOe
# Func Hash:
212526876123949159
# Num Counters:
2
# Counter Values:
1944198
11304
$0

$s4HTTP11BodyFramingOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
14447496
32
$0

$s4HTTP11BodyFramingOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
999211165914796008
# Num Counters:
12
# Counter Values:
0
0
760839
547421
213418
2424028
0
0
0
2424028
0
0
$0

$s4HTTP11RequestHeadV12setAuthority_2atys4SpanVys5UInt8VG_SitAA13ProtocolFaultOYKF
# Func Hash:
814165540996789202
# Num Counters:
26
# Counter Values:
0
0
0
796262
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
14
0
0
0
0
$0

$s4HTTP11RequestHeadV15asksForContinueSbyAA13ProtocolFaultOYKF
# Func Hash:
501835236000865148
# Num Counters:
48
# Counter Values:
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
796262
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s4HTTP11RequestHeadV15setPathAndQuery33_72D55692B47681C545DE65C4C1BDAD53LL_2atys4SpanVys5UInt8VG_SitAA13ProtocolFaultOYKF
# Func Hash:
716976133637443442
# Num Counters:
34
# Counter Values:
0
0
0
0
796262
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
796262
0
0
0
$0

$s4HTTP11RequestHeadV4textys4SpanVys5UInt8VG5Bytes9ByteRangeVF
# Func Hash:
187771963753960191
# Num Counters:
7
# Counter Values:
7834288
0
0
0
0
0
0
$0

$s4HTTP11RequestHeadV5HTTP1E11resolveHostyys4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
1083424332070018977
# Num Counters:
11
# Counter Values:
0
582756
0
582756
0
0
0
0
0
0
0
$0

$s4HTTP11RequestHeadV5HTTP1E14resolveFramingyys4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
526279453882234720
# Num Counters:
9
# Counter Values:
0
0
0
83502
499254
0
0
0
83502
$0

$s4HTTP11RequestHeadV5HTTP1E17resolveConnectionyys4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
917515342377328734
# Num Counters:
7
# Counter Values:
0
582756
0
582756
0
582756
582756
$0

$s4HTTP11RequestHeadV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1592524
$0

$s4HTTP11RequestHeadV5value2ofAA5FieldVSgAA0F4NameO_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2056518
$0

$s4HTTP11RequestHeadV9setTarget_2atys4SpanVys5UInt8VG_SitAA13ProtocolFaultOYKF
# Func Hash:
5832819872135522
# Num Counters:
10
# Counter Values:
0
0
796262
0
0
0
0
0
0
0
$0

$s4HTTP12FieldNameSetV11regeneratedACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2659518
$0

$s4HTTP12FieldNameSetV4withyAcA0bC0OF
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
2520648
2520648
$0

$s4HTTP12FieldNameSetV5unionyA2CF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1379010
$0

$s4HTTP12FieldNameSetV6insertyyAA0bC0OF
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
2472256
2472256
$0

$s4HTTP12FieldNameSetV8containsySbAA0bC0OF
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
11322645
11322645
$0

$s4HTTP12FieldNameSetV9forwardedACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796254
$0

$s4HTTP12FieldNameSetVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
582756
$0

$s4HTTP12FieldNameSetVyAcA0bC0OcfC
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
840216
840216
$0

$s4HTTP12ResponseHeadV5HTTP1E14resolveFraming_9answeringys4SpanVys5UInt8VG_AA6MethodOtAA13ProtocolFaultOYKF
# Func Hash:
847869752767046309
# Num Counters:
18
# Counter Values:
0
0
0
0
0
796166
0
0
0
0
0
0
796166
0
796166
0
0
0
$0

$s4HTTP12ResponseHeadV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1592436
$0

$s4HTTP12ResponseHeadV5value2ofAA5FieldVSgAA0F4NameO_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
879674
$0

$s4HTTP12ResponseHeadV7GatewayE8addField33_C3557478FCE6C79C81B5C30D58D3EA37LL_5known4fromys12StaticStringV_AA0F4NameOSitF
# Func Hash:
568347512184164983
# Num Counters:
25
# Counter Values:
963210
0
0
963210
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
963210
0
0
0
$0

$s4HTTP14AuthorityPartsVyACSgs4SpanVys5UInt8VGcfCTf4nd_n
# Func Hash:
709078748379061138
# Num Counters:
35
# Counter Values:
0
0
0
7962606
7166358
7166358
2388744
796262
796262
0
0
0
0
796262
796248
796248
0
0
796248
0
796248
796248
0
0
0
0
0
0
0
0
0
0
0
0
796248
$0

$s4HTTP14PathNormaliserV7isPlainySbs4SpanVys5UInt8VGFZTf4nd_n
# Func Hash:
974670607579966064
# Num Counters:
9
# Counter Values:
0
0
0
12740192
10351406
2388786
796262
796262
0
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfC
# Func Hash:
702941992757231615
# Num Counters:
3
# Counter Values:
5990821
0
0
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfcfA2_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
963210
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfcfA3_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
963210
$0

$s4HTTP6MethodO8rawValues5UInt8Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796414
$0

$s4HTTP6MethodOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
47868464
68
$0

$s4HTTP6MethodOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2815790
$0

$s4HTTP6MethodOyACs4SpanVys5UInt8VGcfC
# Func Hash:
163404894923419332
# Num Counters:
33
# Counter Values:
0
83502
0
712760
0
0
0
0
0
0
334008
0
2138280
0
0
796262
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s4HTTP6StatusO13successReason33_DFE4F10D2ABE7EE56E270EDF550C33D6LLys12StaticStringVSiFZTf4nd_n
# Func Hash:
650973720929096269
# Num Counters:
11
# Counter Values:
582748
0
0
0
582748
0
0
0
0
0
0
$0

$s4HTTP6StatusO6reasonys12StaticStringVSiFZ
# Func Hash:
393568426335271694
# Num Counters:
17
# Counter Values:
8
582748
0
0
0
0
0
0
0
8
0
0
0
0
0
0
0
$0

$s4HTTP6TargetV4FormOAESQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
5516072
16
$0

$s4HTTP6TargetV4FormOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1379018
$0

$s4HTTP8CleaningV5cleanyyAA11RequestHeadVzF
# Func Hash:
396664720697486228
# Num Counters:
16
# Counter Values:
1046767
1046781
14
1046781
1046781
796262
796262
14
0
0
0
0
0
796262
1046767
1046767
$0

$s4HTTP8CleaningV5cleanyyAA12ResponseHeadVzFZ
# Func Hash:
599005162883496039
# Num Counters:
9
# Counter Values:
0
3980830
796166
796166
796166
796166
0
0
0
$0

$s4HTTP8CleaningV8standardACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s4HTTP9FieldListV13dropNominatedyy5Bytes10ByteBufferVF
# Func Hash:
842476042706710696
# Num Counters:
55
# Counter Values:
0
0
796180
0
0
796180
796180
0
796180
0
0
0
3980890
796180
796180
796166
796166
7165564
0
0
0
3980890
796180
796180
796180
796180
0
0
0
796180
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
796180
0
796166
0
$0

$s4HTTP9FieldListV4dropyyAA0B4NameOF
# Func Hash:
650973719198054430
# Num Counters:
8
# Counter Values:
2633269
0
1130265
1130265
0
0
0
0
$0

$s4HTTP9FieldListV5HTTP1E12appendAtOnceyys4SpanVys5UInt8VG_AD10LineReaderVzAA10HeadLimitsVtAA13ProtocolFaultOYKF
# Func Hash:
849124000561689691
# Num Counters:
46
# Counter Values:
4814105
0
499251
0
0
4814105
4814105
0
499251
0
4314854
0
9628210
4814105
6610504
6193027
4814105
4814105
4814105
1378922
4814105
4814105
4814105
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s4HTTP9FieldListV5HTTP1E13contentLengthySiSgs4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
1127386593001856903
# Num Counters:
10
# Counter Values:
1378922
0
879668
0
879668
0
0
0
0
0
$0

$s4HTTP9FieldListV5HTTP1E9isChunkedySbs4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
484499721311311022
# Num Counters:
7
# Counter Values:
1378922
0
0
0
0
0
0
$0

$s4HTTP9FieldListV5firstyAA0B0VSgAA0B4NameOF
# Func Hash:
757987888055698378
# Num Counters:
11
# Counter Values:
6074207
8451976
8451976
2425602
2425602
2425602
0
0
0
6074207
6074207
$0

$s4HTTP9FieldListV6appendyyAA0B0VF
# Func Hash:
764657767045738059
# Num Counters:
14
# Counter Values:
2565
5990821
5988256
0
640
5990821
0
0
0
1093
0
0
0
0
$0

$s4HTTP9FieldListV7indicesSnySiGvg
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
1805846
0
$0

$s4HTTP9FieldListV9removeAllyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1806796
$0

$s4HTTP9FieldListVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1216
$0

$s4HTTP9FieldListVyAA0B0VSicig
# Func Hash:
515675265264172723
# Num Counters:
7
# Counter Values:
5990782
0
0
0
0
0
796172
$0

$s4HTTP9FieldNameO10scanMarked33_94CAE3428E7AD4826FF46F14D729F9BDLL_3endAA07ScannedC0Vs4SpanVys5UInt8VG_SitFZ
# Func Hash:
891802859592998562
# Num Counters:
72
# Counter Values:
0
0
0
0
0
0
0
0
0
0
1378922
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
1378922
0
1378922
$0

$s4HTTP9FieldNameO4long33_94CAE3428E7AD4826FF46F14D729F9BDLLyACSi_s7UnicodeO6ScalarVtFZ
# Func Hash:
153077738912009249
# Num Counters:
37
# Counter Values:
1842837
0
879668
83501
879668
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83501
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s4HTTP9FieldNameO4scan_4fromAA07ScannedC0Vs4SpanVys5UInt8VG_SitFZ
# Func Hash:
16543367152423371
# Num Counters:
79
# Counter Values:
0
1378922
0
2852523
0
1378922
5907279
6406533
10292684
5907279
5027611
2852523
2852523
0
3184774
1842837
5027611
0
5027611
83501
4064442
2852523
2852523
1378922
0
796166
0
0
1009686
0
0
0
0
0
0
0
0
0
796166
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
796166
0
0
0
213506
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s4HTTP9FieldNameO4texts12StaticStringVvg
# Func Hash:
107227094246972107
# Num Counters:
62
# Counter Values:
0
0
6844493
0
0
0
0
0
0
0
2
83500
83500
2
8
0
0
0
0
0
0
0
1093094
796180
0
0
0
0
0
0
0
0
0
0
1009592
0
0
0
0
879668
213506
0
0
0
83501
0
0
0
0
1009592
0
1009584
0
0
0
8
0
0
0
0
0
0
$0

$s4HTTP9MethodSetV4noneACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1593012
$0

$s4HTTP9MethodSetV8containsySbAA0B0OF
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
796262
796262
$0

$s4JSON4TapeV12storageBytesSivg
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
166994
0
0
0
$0

$s4JSON4TapeV4scanyys4SpanVys5UInt8VGAA9JSONFaultOYKF
# Func Hash:
1057455120984577154
# Num Counters:
69
# Counter Values:
0
0
0
0
0
0
0
0
83497
0
0
0
1085460
0
0
0
0
0
0
1085460
333988
0
417483
83497
0
250491
0
333988
333988
250491
0
0
0
83496
0
0
0
0
0
0
0
0
333988
333988
0
0
1
0
83496
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
1
0
250491
$0

$s4JSON4TapeV5close33_0BC6BB3A8F07BFC11DF4A6EF97C49C97LLyyF
# Func Hash:
135188633616951842
# Num Counters:
7
# Counter Values:
83496
0
0
0
0
0
0
$0

$s4JSON4TapeV5parseyys4SpanVys5UInt8VGAA9JSONFaultOYKF
# Func Hash:
391331300531386036
# Num Counters:
6
# Counter Values:
83497
0
1
0
0
0
$0

$s4JSON4TapeV5value33_0BC6BB3A8F07BFC11DF4A6EF97C49C97LLyAC11ExpectationAELLOs4SpanVys5UInt8VG_SiztAA9JSONFaultOYKF
# Func Hash:
1076343311719822306
# Num Counters:
58
# Counter Values:
83496
83497
1252455
83496
83496
0
0
0
0
250491
0
0
83497
1
0
1
1
333987
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
3
0
0
0
0
0
0
83497
83497
$0

$s4JSON4TapeV9removeAllyyF
# Func Hash:
536873293986372656
# Num Counters:
3
# Counter Values:
83499
166993
83499
$0

$s4JSON4TapeVyAA0B5EntryVSicig
# Func Hash:
886271540078755313
# Num Counters:
4
# Counter Values:
83496
0
0
0
$0

$s4JSON8JSONKindOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
584472
7
$0

$s4JSON8JSONKindOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83496
$0

$s4JSON9TapeEntryV11isContainerSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
166992
$0

$s5Bytes10ByteBufferV10OperationsE13appendLogTextyys4SpanVys5UInt8VGF
# Func Hash:
616151149261292514
# Num Counters:
45
# Counter Values:
0
1737
1737
1737
0
0
0
0
0
0
0
0
0
0
0
0
0
142
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5Bytes10ByteBufferV4JSONE06appendD08unquoted5styleys4SpanVys5UInt8VG_AD9JSONStyleOtF
# Func Hash:
72862534689264869
# Num Counters:
82
# Counter Values:
0
0
0
0
0
28468
0
0
0
0
0
0
0
745
0
0
740
0
0
0
745
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5Bytes10ByteBufferV5HTTP1E11appendField_7decimalys12StaticStringV_SitF
# Func Hash:
1145652583642374027
# Num Counters:
22
# Counter Values:
0
666250
0
0
666250
0
0
666250
0
0
0
0
0
0
0
0
0
0
0
666250
666250
666250
$0

$s5Bytes10ByteBufferV5HTTP1E12appendFields_6excepty4HTTP11RequestHeadV_AG12FieldNameSetVtF
# Func Hash:
798733565333678626
# Num Counters:
4
# Counter Values:
796254
0
0
0
$0

$s5Bytes10ByteBufferV5HTTP1E12appendFields_6excepty4HTTP12ResponseHeadV_AG12FieldNameSetVtF
# Func Hash:
798733565333678626
# Num Counters:
4
# Counter Values:
582756
0
0
0
$0

$s5Bytes10ByteBufferV5HTTP1E12appendFields_6excepty4HTTP12ResponseHeadV_AG12FieldNameSetVtFfA0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
582756
$0

$s5Bytes10ByteBufferV5HTTP1E12appendFields__6excepty4HTTP9FieldListV_s4SpanVys5UInt8VGAG0I7NameSetVtF
# Func Hash:
987649781482391828
# Num Counters:
35
# Counter Values:
582756
4710274
4127520
749792
2045244
1379010
2045244
1379010
2045244
2045244
2045244
1165496
879748
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
2795036
0
0
0
0
0
$0

$s5Bytes10ByteBufferV5HTTP1E13appendFramingyy4HTTP04BodyF0OF
# Func Hash:
238984481002779099
# Num Counters:
3
# Counter Values:
0
666250
0
$0

$s5Bytes10ByteBufferV5HTTP1E13appendHeadEndyyF
# Func Hash:
753202735163919470
# Num Counters:
7
# Counter Values:
0
0
1379010
0
0
0
1379010
$0

$s5Bytes10ByteBufferV5HTTP1E16appendStatusLineyySiF
# Func Hash:
348981006889740347
# Num Counters:
25
# Counter Values:
206
582756
0
0
582756
0
0
0
0
582756
0
0
0
0
0
0
0
0
0
0
0
0
582756
582756
582756
$0

$s5Bytes10ByteBufferV5HTTP1E17appendRequestLineyy4HTTP0F4HeadVF
# Func Hash:
181107447097457563
# Num Counters:
14
# Counter Values:
0
0
796254
0
0
0
0
0
0
0
0
0
0
796254
$0

$s5Bytes10ByteBufferV6append3hex6digitsys6UInt64V_SitF
# Func Hash:
1080275683104725473
# Num Counters:
8
# Counter Values:
7333130
0
0
0
0
0
0
0
$0

$s5Bytes10ByteBufferV6append3hexys4SpanVys5UInt8VG_tF
# Func Hash:
981446174614400718
# Num Counters:
14
# Counter Values:
0
0
333976
0
0
0
83494
0
0
0
0
0
0
0
$0

$s5Bytes10ByteBufferV6append4line_ys4SpanVys5UInt8VG_AJtF
# Func Hash:
59411867233631588
# Num Counters:
35
# Counter Values:
0
0
963298
0
0
963298
0
0
0
0
167010
796286
796280
2
8
166992
0
0
2
16
0
0
0
0
0
0
0
0
0
0
0
0
0
963298
963298
$0

$s5Bytes10ByteBufferV6append7decimalySi_tF
# Func Hash:
1096621587879511729
# Num Counters:
5
# Counter Values:
3429415
0
0
0
0
$0

$s5Bytes10ByteBufferV6append7decimalySu_tF
# Func Hash:
414295175595707930
# Num Counters:
18
# Counter Values:
2170991
13479176
6030219
3769395
338
417522
0
0
0
0
0
0
0
0
0
0
5940386
0
$0

$s5Bytes10ByteBufferV6append_2ofySnySiG_ACtF
# Func Hash:
928018417569938719
# Num Counters:
6
# Counter Values:
213506
0
0
0
0
0
$0

$s5Bytes10ByteBufferV6appendyys4SpanVys5UInt8VGF
# Func Hash:
241529134414612056
# Num Counters:
12
# Counter Values:
12368345
1621
4029270
1677798
1806157
798038
1510785
166988
0
0
0
0
$0

$s5Bytes10ByteBufferV7ReactorE6append33_D7F57C86E42192784756FA048BF79F16LL6dottedys6UInt32V_tF
# Func Hash:
5832819065509431
# Num Counters:
10
# Counter Values:
1592542
0
0
0
0
0
0
0
0
0
$0

$s5Bytes10ByteBufferV7ReactorE6appendyyAD9IPAddressVF
# Func Hash:
942389667449461396
# Num Counters:
3
# Counter Values:
1592527
0
1592527
$0

$s5Bytes10ByteBufferV8makeRoomyySiF
# Func Hash:
195503184101884785
# Num Counters:
9
# Counter Values:
3872
0
3872
0
0
0
0
0
0
$0

$s5Bytes10ByteBufferVfD
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1024
$0

$s5Bytes14SharedCountersC3add_2toySi_SitF
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
9984361
0
0
0
$0

$s5Bytes14SharedCountersC3set_2atySi_SitF
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
1594260
0
0
0
$0

$s5Bytes14SharedCountersC4grow2toySi_tF
# Func Hash:
647472253836355551
# Num Counters:
11
# Counter Values:
49140
16388
12
12
12
12
0
0
0
0
0
$0

$s5Bytes14SharedCountersC5count4mostACSi_Sitcfc
# Func Hash:
798733567798763381
# Num Counters:
5
# Counter Values:
16376
0
12
0
0
$0

$s5Bytes4RingV8popFirstxSgyF5Redis0E8PipelineV7Waiting33_37D69673F010C4CD471CB2C0650163B1LLV_Tg5
# Func Hash:
334492584632381020
# Num Counters:
5
# Counter Values:
83511
83511
0
0
5
$0

$s5Bytes4SlabVAARi_zrlE4freeyyAA6HandleVF7Gateway10DownstreamV_Tg5
# Func Hash:
650973721842176198
# Num Counters:
8
# Counter Values:
214368
0
0
0
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlE4freeyyAA6HandleVF7Gateway8ExchangeV_Tg5
# Func Hash:
650973721842176198
# Num Counters:
8
# Counter Values:
796262
0
0
0
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlE4freeyyAA6HandleVFAA10ByteBufferV_Tg5
# Func Hash:
650973721842176198
# Num Counters:
8
# Counter Values:
2028745
0
0
0
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlE4takeAA6HandleVSgyF7Gateway10DownstreamV_Tg5
# Func Hash:
927205940829457308
# Num Counters:
10
# Counter Values:
214368
0
0
7
7
7
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlE4takeAA6HandleVSgyF7Gateway8ExchangeV_Tg5
# Func Hash:
927205940829457308
# Num Counters:
10
# Counter Values:
796262
0
0
5
5
5
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlE4takeAA6HandleVSgyFAA10ByteBufferV_Tg5
# Func Hash:
927205940829457308
# Num Counters:
10
# Counter Values:
2028906
0
0
7
7
7
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVciM7Gateway10DownstreamV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
617911
617911
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVciM7Gateway11SessionSlotV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
1295680
1295680
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVciM7Gateway12UpstreamLinkV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
796560
796560
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVcir7Gateway11SessionSlotV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
213506
213506
$0

$s5HTTP110BodyReaderV11hasTrailersSbvg
# Func Hash:
93478048643092241
# Num Counters:
7
# Counter Values:
0
0
213418
0
0
0
0
$0

$s5HTTP110BodyReaderV4data33_EAB3DA102C05060CA91ED4817005875DLL__4thenAC4StepOs4SpanVys5UInt8VG_SizAC5StateOtF
# Func Hash:
135188632997941815
# Num Counters:
7
# Counter Values:
879663
879663
0
0
0
0
0
$0

$s5HTTP110BodyReaderV4next_8consumedAC4StepO5Bytes10ByteBufferV_Sizt4HTTP13ProtocolFaultOYKF
# Func Hash:
694937220674628166
# Num Counters:
5
# Counter Values:
0
0
1759326
0
0
$0

$s5HTTP110BodyReaderV4next_8consumedAC4StepOs4SpanVys5UInt8VG_Sizt4HTTP13ProtocolFaultOYKF
# Func Hash:
1042908750664562942
# Num Counters:
31
# Counter Values:
0
0
879663
879663
0
0
0
0
0
1759326
0
0
0
879663
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP110BodyReaderV5startyy4HTTP0B7FramingOF
# Func Hash:
631255615491319316
# Num Counters:
6
# Counter Values:
879668
712760
0
0
0
0
$0

$s5HTTP110LineReaderV4nextySnySiGSgs4SpanVys5UInt8VG4HTTP13ProtocolFaultOYKF
# Func Hash:
948827213302048697
# Num Counters:
7
# Counter Values:
0
0
1592332
1592332
0
0
0
$0

$s5HTTP111HTTPVersionO5minorySis4SpanVys5UInt8VG4HTTP13ProtocolFaultOYKFZTf4nd_n
# Func Hash:
331779887510620321
# Num Counters:
9
# Counter Values:
1378922
0
1378922
0
0
0
0
0
0
$0

$s5HTTP111RequestLineO5parse___4intoSnySiGs4SpanVys5UInt8VG_AF4HTTP10HeadLimitsVAL0bI0VztAL13ProtocolFaultOYKFZTf4nnnnd_nTf4nnxn_n
# Func Hash:
225960590235863348
# Num Counters:
32
# Counter Values:
1831770
1831770
582756
1831770
9324096
0
582756
582756
0
0
0
0
0
0
582756
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP113RequestParserV5parse_6limits4intoSiSg5Bytes10ByteBufferV_4HTTP10HeadLimitsVAK0bK0VztAK13ProtocolFaultOYKF
# Func Hash:
287486625552331012
# Num Counters:
5
# Counter Values:
582756
0
0
0
0
$0

$s5HTTP113RequestParserV5parse_6limits4intoSiSgs4SpanVys5UInt8VG_4HTTP10HeadLimitsVAM0bJ0VztAM13ProtocolFaultOYKF
# Func Hash:
25633448984047654
# Num Counters:
38
# Counter Values:
1165512
582756
582756
582756
0
582756
582756
0
0
0
0
0
0
0
0
0
0
582756
0
0
0
0
0
0
0
0
0
0
582756
0
0
0
0
0
0
0
0
0
$0

$s5HTTP113RequestParserV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
797124
$0

$s5HTTP114ResponseParserV10statusLine33_9EC89E452E65DDAE1AE35A727A2C7B18LLyys4SpanVys5UInt8VG_SnySiG4HTTP0B4HeadVztAL13ProtocolFaultOYKFTf4nnnd_n
# Func Hash:
225960588347869723
# Num Counters:
33
# Counter Values:
796166
0
0
796166
0
796166
0
0
1592332
0
796166
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
796166
$0

$s5HTTP114ResponseParserV5parse_9answering6limits4intoSiSg5Bytes10ByteBufferV_4HTTP6MethodOAL10HeadLimitsVAL0bM0VztAL13ProtocolFaultOYKF
# Func Hash:
57181829933742293
# Num Counters:
26
# Counter Values:
3980830
796166
1592332
796166
0
796166
0
796166
796166
0
0
0
0
0
0
0
0
796166
0
0
0
0
0
0
0
0
$0

$s5HTTP114ResponseParserV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1593208
$0

$s5HTTP117ConnectionOptionsVyAC4HTTP9FieldListV_s4SpanVys5UInt8VGtAD13ProtocolFaultOYKcfCTf4nnd_n
# Func Hash:
72545175792114
# Num Counters:
42
# Counter Values:
0
0
0
0
0
0
0
0
582742
0
0
0
0
0
14
796166
14
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP20A7SessionV10eventCountSivg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
868831
$0

$s5HTTP20A7SessionV10mustSettleySbAA10FrameMeterV6HeaderVF
# Func Hash:
896858937509100996
# Num Counters:
10
# Counter Values:
0
0
0
0
213506
230
213506
0
0
0
$0

$s5HTTP20A7SessionV11blockStreams5Int32Vvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
31075
0
$0

$s5HTTP20A7SessionV11readRequest_4intoySi_4HTTP0D4HeadVztAF13ProtocolFaultOYKF
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
0
213506
$0

$s5HTTP20A7SessionV12forgetEventsyyF
# Func Hash:
1124680650602959256
# Num Counters:
3
# Counter Values:
65174
0
0
$0

$s5HTTP20A7SessionV4send__4ends11hasTrailers4into9outputMaxAC4SentVs5Int32V_5Bytes10ByteBufferVS2bAOzSitF
# Func Hash:
1031809833824145520
# Num Counters:
7
# Counter Values:
213418
0
0
0
0
0
213418
$0

$s5HTTP20A7SessionV5eventyAA0A5EventVSiF
# Func Hash:
238984481941143025
# Num Counters:
3
# Counter Values:
640622
0
0
$0

$s5HTTP20A7SessionV5flush4into9outputMaxy5Bytes10ByteBufferVz_SitF
# Func Hash:
798733565531172365
# Num Counters:
4
# Counter Values:
427039
345380
345380
0
$0

$s5HTTP20A7SessionV5owner2ofs6UInt64Vs5Int32V_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
213506
$0

$s5HTTP20A7SessionV7consume_2ofySi_s5Int32VtF
# Func Hash:
238984484777895808
# Num Counters:
3
# Counter Values:
213506
0
0
$0

$s5HTTP20A7SessionV7isAliveSbvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
131960
2
$0

$s5HTTP20A7SessionV7receiveySb5Bytes10ByteBufferVF
# Func Hash:
798733565333678626
# Num Counters:
4
# Counter Values:
31075
0
0
0
$0

$s5HTTP20A7SessionV7receiveySbs4SpanVys5UInt8VGF
# Func Hash:
204980581611826989
# Num Counters:
15
# Counter Values:
213736
0
0
31075
31075
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP20A7SessionV7respond__6length10hasContentys5Int32V_4HTTP12ResponseHeadVSiSgSbtF
# Func Hash:
974670608657284067
# Num Counters:
6
# Counter Values:
213418
0
0
0
0
0
$0

$s5HTTP20A7SessionV7respond__6length10hasContentys5Int32V_4HTTP12ResponseHeadVSiSgSbtFySRySo10nghttp2_nvaGXEfU_
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
213418
0
$0

$s5HTTP20A7SessionV8setOwner_2ofSbs6UInt64V_s5Int32VtF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
427012
$0

$s5HTTP20A7SessionV9lastTakens5Int32Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
213506
$0

$s5HTTP210FrameMeterV4next_4fromAC6HeaderVSgs4SpanVys5UInt8VG_SiztF
# Func Hash:
331779891727442092
# Num Counters:
8
# Counter Values:
1923624
31075
213736
0
0
0
0
0
$0

$s5HTTP210HeadWriterV10addNumbers33_0A83525EF71EC5624BC8A5430F0E4AD0LL2toySaySo10nghttp2_nvaGz_tF
# Func Hash:
534572323348108561
# Num Counters:
21
# Counter Values:
213418
213418
213418
0
0
0
0
64
0
0
0
0
0
0
0
64
0
0
0
0
0
$0

$s5HTTP210HeadWriterV10withFieldsyy4HTTP9FieldListV_s4SpanVys5UInt8VGySRySo10nghttp2_nvaGXEtF
# Func Hash:
860076219607430431
# Num Counters:
33
# Counter Values:
853672
0
426836
853672
0
0
0
853672
0
840216
0
0
0
0
213354
64
0
213418
0
0
128
0
0
0
0
0
0
0
0
213418
0
0
0
$0

$s5HTTP210HeadWriterV5begin6status6lengthySi_SiSgtF
# Func Hash:
1096621590131079888
# Num Counters:
5
# Counter Values:
213418
213418
0
0
0
$0

$s5HTTP211HeaderBlockV9setPseudoyys4SpanVys5UInt8VG_5Bytes9ByteRangeVtF
# Func Hash:
1131306752378578444
# Num Counters:
35
# Counter Values:
0
0
0
0
0
0
2135060
0
1921554
1067530
1494542
854024
0
213506
213506
0
0
213506
213506
0
213506
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP211readContent7session6stream4room0F5Count5flags6source4userSis13OpaquePointerVSg_s5Int32VSpys5UInt8VGSgSiSpys6UInt32VGSgSpySo013nghttp2_data_I0aGSgSvSgtFTf4dnnnndn_n
# Func Hash:
187423135901894170
# Num Counters:
26
# Counter Values:
213418
213418
213418
213418
213418
0
213418
213418
213418
0
0
0
0
213418
0
0
0
0
0
0
213418
205613
213418
0
0
0
$0

$s5HTTP211readContent7session6stream4room0F5Count5flags6source4userSis13OpaquePointerVSg_s5Int32VSpys5UInt8VGSgSiSpys6UInt32VGSgSpySo013nghttp2_data_I0aGSgSvSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
213418
$0

$s5HTTP212SessionStateV10beginBlockyys5Int32VF
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
213506
0
$0

$s5HTTP212SessionStateV10readMethod33_41917B64B682BCFD7E9332B7287A5AECLL_4intoyAA11HeaderBlockV_4HTTP11RequestHeadVztAI13ProtocolFaultOYKF
# Func Hash:
400170275565862594
# Num Counters:
39
# Counter Values:
640518
0
640518
0
0
213506
213506
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP212SessionStateV11joinCookies33_41917B64B682BCFD7E9332B7287A5AECLL_4fromy4HTTP11RequestHeadVz_SitF
# Func Hash:
711639367207832302
# Num Counters:
49
# Counter Values:
0
0
0
213506
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP212SessionStateV11readContent33_41917B64B682BCFD7E9332B7287A5AECLL_4intoyAA11HeaderBlockV_4HTTP11RequestHeadVztAI13ProtocolFaultOYKFTf4nnd_n
# Func Hash:
927205940714120186
# Num Counters:
10
# Counter Values:
0
0
0
0
0
213506
0
0
0
0
$0

$s5HTTP212SessionStateV11readRequest_4intoySi_4HTTP0E4HeadVztAF13ProtocolFaultOYKF
# Func Hash:
1028299011664610448
# Num Counters:
42
# Counter Values:
213506
0
0
0
0
0
213506
213506
0
0
0
0
0
0
213506
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP212SessionStateV13readAuthority33_41917B64B682BCFD7E9332B7287A5AECLL_4intoyAA11HeaderBlockV_4HTTP11RequestHeadVztAI13ProtocolFaultOYKF
# Func Hash:
675369999531894237
# Num Counters:
34
# Counter Values:
0
0
213506
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP212SessionStateV3add__5owneryAA0A5EventV4KindO_s5Int32Vs6UInt64VtF
# Func Hash:
1096621588959641986
# Num Counters:
5
# Counter Values:
213698
64
213506
268
0
$0

$s5HTTP212SessionStateV6forgetyyF
# Func Hash:
647472251140205354
# Num Counters:
10
# Counter Values:
31075
0
64
0
71
0
0
31004
0
0
$0

$s5HTTP212SessionStateV6limits8isClientAC4HTTP10HeadLimitsV_SbtcfCTf4nnd_n
# Func Hash:
238984482353853237
# Num Counters:
3
# Counter Values:
16320
16320
64
$0

$s5HTTP212SessionStateV8addFieldyys4SpanVys5UInt8VG_AItF
# Func Hash:
861549536901852017
# Num Counters:
26
# Counter Values:
1067530
1067530
0
1067530
854024
0
213506
64
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
190
0
0
$0

$s5HTTP212SessionStateV8endBlock7isFirst10endsStream5ownerySb_Sbs6UInt64VtF
# Func Hash:
650973722561123787
# Num Counters:
8
# Counter Values:
213506
213506
0
64
0
0
192
52
$0

$s5HTTP214onBeginHeaders33_F41603D9196A024A7275728E92D27D5DLL7session5frame4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_M0aGSgSvSgtFTo
# Func Hash:
431494654108067943
# Num Counters:
3
# Counter Values:
213506
213506
0
$0

$s5HTTP27onClose33_F41603D9196A024A7275728E92D27D5DLL7session6stream4code4users5Int32Vs13OpaquePointerVSg_AIs6UInt32VSvSgtF
# Func Hash:
567991001761753938
# Num Counters:
13
# Counter Values:
213418
213418
0
0
0
0
0
0
0
0
0
0
0
$0

$s5HTTP27onClose33_F41603D9196A024A7275728E92D27D5DLL7session6stream4code4users5Int32Vs13OpaquePointerVSg_AIs6UInt32VSvSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
213418
$0

$s5HTTP27onFrame33_F41603D9196A024A7275728E92D27D5DLL7session5frame4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_L0aGSgSvSgtF
# Func Hash:
528554515230074452
# Num Counters:
20
# Counter Values:
0
213736
213736
213736
0
0
64
128
0
0
0
64
0
213506
0
213506
0
0
0
0
$0

$s5HTTP27onFrame33_F41603D9196A024A7275728E92D27D5DLL7session5frame4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_L0aGSgSvSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
213736
$0

$s5HTTP28onHeader33_F41603D9196A024A7275728E92D27D5DLL7session5frame4name0M5Count5value0oN05flags4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_L0aGSgSPys5UInt8VGSgSiAXSiAVSvSgtFTo
# Func Hash:
431494654108067943
# Num Counters:
3
# Counter Values:
1067530
1067530
0
$0

$s5Quota0A5DebitO6credit2in5limitAC6CreditVSg5Redis0G5ReplyV_AA0A5LimitVtFZTf4nnd_nTf4nx_n
# Func Hash:
1124680650843380658
# Num Counters:
4
# Counter Values:
83501
83501
83501
83499
$0

$s5Quota0A5DebitO8decision2in5limit11unixSecondsAA0A8DecisionV5Redis0I5ReplyV_AA0A5LimitVSitAJ0I5FaultOYKFZTf4nnnd_nTf4nxn_n
# Func Hash:
948827213050670811
# Num Counters:
7
# Counter Values:
0
0
83501
83501
83499
2
0
$0

$s5Quota18OrganizationRecordV_8hasLimitAC5Redis0F5ReplyVh_SbtAE0F5FaultOYKcfCTf4nnd_n
# Func Hash:
920543274920212503
# Num Counters:
16
# Counter Values:
0
0
0
83500
0
83500
83500
0
83496
4
0
0
0
0
0
0
$0

$s5Quota6MomentV12milliseconds11unixSecondsACs6UInt64V_SitcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
334003
$0

$s5Quota9AdmissionV4take4desk3nowyAA0B4DeskVz_AA6MomentVtF
# Func Hash:
807055966657865583
# Num Counters:
17
# Counter Values:
0
0
0
0
0
83501
0
83500
0
0
0
83501
0
0
0
0
0
$0

$s5Quota9AdmissionV5begin13authorization10limitIndex6client3tag4desk3nowAA7VerdictOSgs4SpanVys5UInt8VG_SiSg8Identity13ClientNetworkVs6UInt64VAA0B4DeskVzAA6MomentVtF
# Func Hash:
556960140586669071
# Num Counters:
12
# Counter Values:
0
0
83497
0
4
0
0
0
0
0
0
0
$0

$s5Quota9AdmissionV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s5Quota9AdmissionV6askAll4slot4desk3nowAA7VerdictOSgSi_AA0B4DeskVzAA6MomentVtF
# Func Hash:
861549538789820802
# Num Counters:
24
# Counter Values:
83497
83497
83497
0
0
3
0
83497
83494
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83497
$0

$s5Quota9AdmissionV7proceed4desk3nowAA7VerdictOSgAA0B4DeskVz_AA6MomentVtF
# Func Hash:
995688634552652681
# Num Counters:
43
# Counter Values:
0
0
0
1
0
0
0
83497
83505
1
1
83497
0
83497
0
2
83504
0
83504
83501
0
3
83501
0
83498
83501
83496
1
0
1
83500
0
1
0
0
0
0
0
0
83501
83500
0
0
$0

$s5Quota9AdmissionV7receive4desk3nowAA7VerdictOSgAA0B4DeskVz_AA6MomentVtF
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
250502
83505
$0

$s5Quota9AdmissionV7takeOrg031_3721A8715FC1D76B2E94B721F35A87H0LLyyAA0B4DeskVz5Redis0N5FaultOYKF
# Func Hash:
556960143678641017
# Num Counters:
13
# Counter Values:
0
83500
83500
83500
83496
0
83500
0
0
0
0
0
0
$0

$s5Quota9AdmissionV9takeDebit031_3721A8715FC1D76B2E94B721F35A87H0LL_3nowyAA0B4DeskV_AA6MomentVt5Redis0P5FaultOYKF
# Func Hash:
93478046814363123
# Num Counters:
6
# Counter Values:
0
0
83501
83501
0
0
$0

$s5Quota9AdmissionV9takeToken031_3721A8715FC1D76B2E94B721F35A87H0LL_3nowyAA0B4DeskVz_AA6MomentVt5Redis0P5FaultOYKF
# Func Hash:
303685789230830115
# Num Counters:
11
# Counter Values:
0
0
0
1
0
83500
83497
0
0
0
0
$0

$s5Redis0A4LinkV20deadlineMillisecondss6UInt64VSgvg
# Func Hash:
287486628671936920
# Num Counters:
6
# Counter Values:
280451
280443
12372
0
0
0
$0

$s5Redis0A4LinkV4nexts6UInt64VSgyAA0A5FaultOYKF
# Func Hash:
1096621588745390800
# Num Counters:
5
# Counter Values:
250520
16
0
253669
0
$0

$s5Redis0A4LinkV7isReadySbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
86676
$0

$s5Redis0A4LinkV7receiveyys4SpanVys5UInt8VGAA0A5FaultOYKF
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
3165
0
$0

$s5Redis0A5ReplyV12holdsStringsSbvg
# Func Hash:
391331300074903742
# Num Counters:
9
# Counter Values:
250503
0
0
0
417505
417505
83501
0
0
$0

$s5Redis0A5ReplyV13holdsIntegersSbvg
# Func Hash:
844982798567448867
# Num Counters:
4
# Counter Values:
250503
250503
83501
0
$0

$s5Redis0A5ReplyV4KindOAESQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
5010048
12
$0

$s5Redis0A5ReplyV4KindOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
668004
$0

$s5Redis0A5ReplyV4kindAC4KindOvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
751504
$0

$s5Redis0A5ReplyV5bytess4SpanVys5UInt8VGvg
# Func Hash:
886271540078755313
# Num Counters:
4
# Counter Values:
417505
0
0
0
$0

$s5Redis0A5ReplyV5countSivg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
334003
$0

$s5Redis0A5ReplyV7elementyACSiF
# Func Hash:
141929913297720217
# Num Counters:
11
# Counter Values:
0
1002004
0
0
0
0
0
0
0
0
0
$0

$s5Redis0A5ReplyV7integerSivg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
334002
$0

$s5Redis0A5ReplyV9errorCodeAA0a5ErrorD0OSgvg
# Func Hash:
334492584632381020
# Num Counters:
5
# Counter Values:
584525
0
0
0
0
$0

$s5Redis0A5ReplyVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
48431334
$0

$s5Redis0A8PipelineV12openArgument33_4124C0345295F4F7A19169F676B9F0DALLyySiF
# Func Hash:
1127386591564868381
# Num Counters:
10
# Counter Values:
0
0
751569
0
0
0
0
0
0
751569
$0

$s5Redis0A8PipelineV4nexts6UInt64VSgyAA0A5FaultOYKF
# Func Hash:
421769329831247900
# Num Counters:
11
# Counter Values:
0
0
253685
250520
0
250520
0
83511
0
0
0
$0

$s5Redis0A8PipelineV5begin6script4keys9arguments6inFullyAA0A6ScriptV_S2iSbtF
# Func Hash:
1096621591111939908
# Num Counters:
5
# Counter Values:
83501
83501
83501
0
0
$0

$s5Redis0A8PipelineV5beginyySiF
# Func Hash:
1127386591564868381
# Num Counters:
10
# Counter Values:
0
0
167003
0
0
0
0
0
0
167003
$0

$s5Redis0A8PipelineV5replyAA0A5ReplyVvg
# Func Hash:
948827209916433103
# Num Counters:
7
# Counter Values:
668042
0
0
0
0
0
0
$0

$s5Redis0A8PipelineV6append7encodedys12StaticStringV_tF
# Func Hash:
567253958526968098
# Num Counters:
10
# Counter Values:
334002
1
0
334002
0
0
0
0
0
334002
$0

$s5Redis0A8PipelineV6expect_7replies15nowMillisecondsSbs6UInt64V_SiAHtF
# Func Hash:
1080275684092440338
# Num Counters:
8
# Counter Values:
83511
83511
0
0
0
0
0
83331
$0

$s5Redis0A8PipelineV7hasRoomSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83507
$0

$s5Redis0A8PipelineV7receiveyys4SpanVys5UInt8VGAA0A5FaultOYKF
# Func Hash:
753202735766421225
# Num Counters:
7
# Counter Values:
3165
0
3165
0
0
0
0
$0

$s5Redis0A8PipelineV8argument7decimalySi_tF
# Func Hash:
1083424334006814278
# Num Counters:
12
# Counter Values:
0
751567
167004
0
0
250513
0
0
0
0
0
250513
$0

$s5Redis0A8PipelineV8argument__7decimalys4SpanVys5UInt8VG_s12StaticStringVSitF
# Func Hash:
581946015332019774
# Num Counters:
23
# Counter Values:
0
0
0
0
0
83501
0
1
0
83501
0
0
0
0
0
0
0
0
0
0
0
83501
83501
$0

$s5Redis0A8PipelineV8argumentyys12StaticStringVF
# Func Hash:
863177882791992354
# Num Counters:
16
# Counter Values:
0
0
83551
0
0
83551
0
0
0
0
0
0
0
0
83551
83551
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VGF
# Func Hash:
753202735163919470
# Num Counters:
7
# Counter Values:
0
0
83501
0
0
0
83501
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VG_s12StaticStringVA2ItF
# Func Hash:
909019275923364243
# Num Counters:
23
# Counter Values:
0
0
83501
0
0
0
83501
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83501
83501
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VG_s12StaticStringVAItF
# Func Hash:
548435501198807392
# Num Counters:
18
# Counter Values:
0
0
167002
0
0
167002
0
0
0
0
0
0
0
0
0
0
167002
167002
$0

$s5Redis0A8PipelineV8capacityACSi_tcfCTf4nd_n
# Func Hash:
391331303380022104
# Num Counters:
6
# Counter Values:
65532
4
4
4
0
0
$0

$s5Redis10ReplyArenaV3add6string4kind6parentSis4SpanVys5UInt8VG_AA0aB0V4KindOSitF
# Func Hash:
11922952551807604
# Num Counters:
6
# Counter Values:
250523
0
0
0
0
0
$0

$s5Redis10ReplyArenaV3add_6parentSiAA0B4NodeV_SitF
# Func Hash:
896858937719514882
# Num Counters:
9
# Counter Values:
1085528
4
250520
584506
250502
3
0
0
0
$0

$s5Redis12createString33_90E943A4D1A8FF41C2D6ACB255C5E567LLySvSgSPySo13redisReadTaskVGSg_Spys4Int8VGSgSitF
# Func Hash:
262909786937024317
# Num Counters:
9
# Counter Values:
250523
250523
250523
250523
250507
0
0
0
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_Spys4Int8VGSgSitcfU_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
250523
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int32VtcfU0_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
250502
250502
250502
0
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int32VtcfU0_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
250502
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int64VtcfU1_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
250505
250505
250505
250503
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int64VtcfU1_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
250505
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSgcfU2_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
333998
333998
333998
333998
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSgcfU2_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
333998
$0

$s6Crypto10HMACSHA256V6finishAA12SHA256DigestVyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83494
$0

$s6Crypto12SHA256DigestV2eeoiySbAC_ACtFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
167002
$0

$s6Crypto12SHA256DigestV2eeoiySbAC_ACtFZTf4nnd_n
# Func Hash:
886271542793821084
# Num Counters:
4
# Counter Values:
668008
167002
0
0
$0

$s6Crypto12SHA256DigestV3hexACSgs4SpanVys5UInt8VG_tcfC
# Func Hash:
157411393043090532
# Num Counters:
13
# Counter Values:
2672032
668008
668008
83501
0
83501
0
0
0
0
0
0
0
$0

$s6Crypto12SHA256DigestV4spans4SpanVys5UInt8VGvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
84089
$0

$s6Crypto12SHA256DigestV4zeroACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
880730
$0

$s6Crypto12SHA256DigestV6prefixs6UInt64Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83500
$0

$s6Crypto12SHA256DigestV9finishingACSo14SHA256state_stVz_tc33_02B62C1CE20F60A4B4E8F9F6A8282357LlfCTf4nd_n
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
166988
$0

$s6Crypto13HMACSHA256KeyV12authenticateyAA12SHA256DigestVs4SpanVys5UInt8VGF
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
83494
0
$0

$s6Crypto6SHA256V6digest2ofAA0B6DigestVs4SpanVys5UInt8VG_tFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83504
$0

$s6Crypto6SHA256V6digest2ofAA0B6DigestVs4SpanVys5UInt8VG_tFZTf4nd_n
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
83504
0
$0

$s6Policy0A6ReaderV5holds33_5AD80CB9A1236C05CD4F18612194CA92LL_2inSbSS_Says5UInt8VGtF
# Func Hash:
141929914030261455
# Num Counters:
11
# Counter Values:
1458
60
0
6
12
0
0
0
0
0
0
$0

$s6Policy11HostPatternV4ends33_447B32ECEF9ED29F4792E1D2BAD9437CLLySbs4SpanVys5UInt8VGF
# Func Hash:
694937219082010399
# Num Counters:
6
# Counter Values:
796248
7962606
1592510
0
0
0
$0

$s6Policy11HostPatternV7matchesySbs4SpanVys5UInt8VGF
# Func Hash:
331779889364704760
# Num Counters:
11
# Counter Values:
0
0
0
1592510
1592510
0
0
1592510
0
0
0
$0

$s6Policy16PassThroughTableV5matchySiSgs4SpanVys5UInt8VG_4HTTP6MethodOtF
# Func Hash:
301351149177891201
# Num Counters:
18
# Counter Values:
0
712760
712760
0
11404160
0
712760
0
0
712760
712760
712760
0
712760
0
0
0
0
$0

$s6Policy16UpstreamProtocolOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
5576564
28
$0

$s6Policy16UpstreamProtocolOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796652
$0

$s6Policy7SectionC5valuey8Document4NodeCSgSSF
# Func Hash:
567185241219264811
# Num Counters:
5
# Counter Values:
1884
1182
572
0
696
$0

$s6Policy7SectionC6finishyyF
# Func Hash:
76346324603634370
# Num Counters:
16
# Counter Values:
3050
2604
462
0
0
0
0
162
162
78
0
0
0
0
446
0
$0

$s6Policy8AuthKindOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
3519292
16
$0

$s6Policy8AuthKindOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
963326
$0

$s7Gateway10DownstreamV12keepTrailersyy5HTTP110BodyReaderVF
# Func Hash:
287486628565656535
# Num Counters:
5
# Counter Values:
213418
0
0
0
0
$0

$s7Gateway10DownstreamV5begin016_00A2002D7A9B188E15A6E8ECCCFB707C1LL8listener6clientySi_7Reactor9IPAddressVtF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
214368
$0

$s7Gateway12SpareBuffersV4lend2toy5Bytes10ByteBufferVz_tF
# Func Hash:
391331301729752426
# Num Counters:
6
# Counter Values:
2029637
2028745
0
0
0
0
$0

$s7Gateway12SpareBuffersV8takeBackyy5Bytes10ByteBufferVzF
# Func Hash:
135188635867884052
# Num Counters:
7
# Counter Values:
2028906
2028906
2028906
0
0
0
0
$0

$s7Gateway4WireV11closeStreamyyF
# Func Hash:
238984482720105921
# Num Counters:
3
# Counter Values:
213506
0
0
$0

$s7Gateway4WireV12returnOutput2toyAA12SpareBuffersVz_tF
# Func Hash:
536873290122109710
# Num Counters:
4
# Counter Values:
1165422
582711
0
582711
$0

$s7Gateway4WireV5closeyyF
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
1256
1256
$0

$s7Gateway4WireV5flushAC5FlushOyF
# Func Hash:
436124196528013292
# Num Counters:
14
# Counter Values:
1413248
1413245
1413248
1413245
0
1413248
0
0
0
0
0
0
0
0
$0

$s7Gateway4WireV8moveBody4into7sinkMax7chunked5movedAC0D8ProgressO5Bytes10ByteBufferVz_SiSbSizt4HTTP13ProtocolFaultOYKF
# Func Hash:
35751553096405098
# Num Counters:
41
# Counter Values:
879663
0
0
879663
0
0
0
879663
0
879663
0
879663
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV10endRequestyy5Bytes6HandleVF
# Func Hash:
3603318389223894
# Num Counters:
14
# Counter Values:
0
796254
0
796254
4
8717
0
0
0
0
0
0
0
19
$0

$s7Gateway6WorkerV10finishTurn33_B1AE266FA9945A5E3D55E94916D6ACCDLLyy5Bytes6HandleVF
# Func Hash:
287486627117652261
# Num Counters:
6
# Counter Values:
734447
734447
733792
650142
649666
0
$0

$s7Gateway6WorkerV10flushRedisyyF
# Func Hash:
93478048189912714
# Num Counters:
7
# Counter Values:
0
8270
268071
12380
0
8270
0
$0

$s7Gateway6WorkerV10forgetBodyyy5Bytes6HandleVF
# Func Hash:
1096621587575414197
# Num Counters:
5
# Counter Values:
1592428
0
0
0
0
$0

$s7Gateway6WorkerV10judgeInput021_10B7AFB6D0A4D315E0E2G10A2AACC0AABLLyy5Bytes6HandleVF
# Func Hash:
52047013110013013
# Num Counters:
9
# Counter Values:
83497
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV10keepUnsent33_4490633ABB5C447E39ED6323A6E09C2ALL_2ony5Bytes6HandleV_AItF
# Func Hash:
446858653320690857
# Num Counters:
16
# Counter Values:
0
0
0
0
0
0
0
213506
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV10noteAnsweryy5Bytes6HandleV_AGtF
# Func Hash:
135188635982891127
# Num Counters:
7
# Counter Values:
796166
796166
0
0
0
0
0
$0

$s7Gateway6WorkerV10openStream33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5HTTP20M5EventV_5Bytes6HandleVAKtF
# Func Hash:
752696389677473999
# Num Counters:
35
# Counter Values:
0
213506
0
0
0
0
213506
0
0
0
0
213506
0
213506
0
213506
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
213506
213506
$0

$s7Gateway6WorkerV10readFramesySb5Bytes6HandleVF
# Func Hash:
777717653069657626
# Num Counters:
25
# Counter Values:
31075
0
0
0
97099
31075
0
0
0
16
0
0
0
31075
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV10restSilentyyF
# Func Hash:
3603320385283587
# Num Counters:
15
# Counter Values:
0
2176
1532
34
1270
0
0
34
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV10sendStreamyy5Bytes6HandleVF
# Func Hash:
163404891440339620
# Num Counters:
28
# Counter Values:
641200
641200
0
213418
0
213418
213418
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
213418
0
$0

$s7Gateway6WorkerV10takeEvents33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5Bytes6HandleVF
# Func Hash:
668652233348343992
# Num Counters:
14
# Counter Values:
705796
705796
0
65174
65174
0
65174
65174
0
0
0
0
0
0
$0

$s7Gateway6WorkerV11answerEndedyy5Bytes6HandleVF
# Func Hash:
421769325656489661
# Num Counters:
13
# Counter Values:
796166
0
31
796166
796166
796166
796166
796166
796135
0
0
0
0
$0

$s7Gateway6WorkerV11beginIdlingyy5Bytes6HandleVF
# Func Hash:
1096621587626867316
# Num Counters:
5
# Counter Values:
608060
0
0
0
0
$0

$s7Gateway6WorkerV11countStreamyy5Bytes6HandleVF
# Func Hash:
79748258096082811
# Num Counters:
8
# Counter Values:
213506
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV11endExchangeyy5Bytes6HandleVF
# Func Hash:
421769329316939098
# Num Counters:
12
# Counter Values:
796262
796262
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV11judgeAnswerySb5Bytes6HandleV_AGtF
# Func Hash:
93478050205789555
# Num Counters:
7
# Counter Values:
796166
0
0
0
0
0
0
$0

$s7Gateway6WorkerV11noteClosingyy5Bytes6HandleVF
# Func Hash:
896858936208719692
# Num Counters:
11
# Counter Values:
796174
213463
796143
796143
796129
796129
582711
0
0
0
0
$0

$s7Gateway6WorkerV11sendRequestyy5Bytes6HandleV_AGtF
# Func Hash:
197471690385194562
# Num Counters:
18
# Counter Values:
0
796254
0
0
83494
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV11timeSessionyy5Bytes6HandleVF
# Func Hash:
93478048049349465
# Num Counters:
7
# Counter Values:
238791
238791
213506
25285
0
0
0
$0

$s7Gateway6WorkerV11welcomeBodyyy5Bytes6HandleVF
# Func Hash:
948827213257919171
# Num Counters:
8
# Counter Values:
83497
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV12contentMovedyy5Bytes6HandleV_SitF
# Func Hash:
578522695186739621
# Num Counters:
6
# Counter Values:
83497
0
0
0
0
0
$0

$s7Gateway6WorkerV12countRequestyy5Bytes6HandleV_AGtF
# Func Hash:
391331302826020059
# Num Counters:
6
# Counter Values:
796254
0
0
0
0
0
$0

$s7Gateway6WorkerV12expireTimersyyF
# Func Hash:
981446176762510976
# Num Counters:
16
# Counter Values:
0
0
0
43
43
0
0
0
0
0
280447
0
0
0
0
0
$0

$s7Gateway6WorkerV12finishStream33_4490633ABB5C447E39ED6323A6E09C2ALLyy5Bytes6HandleVF
# Func Hash:
287486627945457037
# Num Counters:
5
# Counter Values:
213418
0
0
0
0
$0

$s7Gateway6WorkerV12forwardFactsyAA07ForwardD0V5Bytes6HandleVF
# Func Hash:
948827210396892966
# Num Counters:
7
# Counter Values:
0
796254
0
0
0
0
0
$0

$s7Gateway6WorkerV12gatherFramesySb5Bytes6HandleVF
# Func Hash:
400019514733446530
# Num Counters:
15
# Counter Values:
131960
131960
131960
34099
0
131960
131960
2
0
131958
0
0
0
0
0
$0

$s7Gateway6WorkerV12noteReported021_10B7AFB6D0A4D315E0E2G10A2AACC0AABLLyy5Bytes6HandleVF
# Func Hash:
238984484656208796
# Num Counters:
3
# Counter Values:
83497
0
0
$0

$s7Gateway6WorkerV12sendRequests33_4E551DCF6AD4D05C14F54CD631FAF27BLLyyF
# Func Hash:
325048437916193499
# Num Counters:
16
# Counter Values:
0
796254
0
392
795862
163163
0
289134
795862
0
0
30
0
0
0
0
$0

$s7Gateway6WorkerV12upstreamTook_6beforey5Bytes6HandleV_SitF
# Func Hash:
141929914079336700
# Num Counters:
12
# Counter Values:
796254
796254
796254
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV13exchangeEndedyy5Bytes6HandleVF
# Func Hash:
647472250687059051
# Num Counters:
11
# Counter Values:
213418
5
45
582711
584
582711
582711
582711
0
0
0
$0

$s7Gateway6WorkerV13finishSending33_F8F2BE9F7B5DF7223075A099575671D0LLyy5Bytes6HandleVF
# Func Hash:
536873291837367278
# Num Counters:
4
# Counter Values:
1592422
0
0
0
$0

$s7Gateway6WorkerV13releaseStreamyy5Bytes6HandleVF
# Func Hash:
404216468528860947
# Num Counters:
29
# Counter Values:
213506
0
111639
0
0
25297
0
0
25285
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
101867
$0

$s7Gateway6WorkerV14agreesToTunnelySb5Bytes6HandleV_AGtF
# Func Hash:
290495009851596049
# Num Counters:
5
# Counter Values:
0
796166
0
0
0
$0

$s7Gateway6WorkerV14finishLinkTurnyy5Bytes6HandleVF
# Func Hash:
896858937912412947
# Num Counters:
11
# Counter Values:
796560
796560
796529
796529
394
796529
394
796529
0
0
0
$0

$s7Gateway6WorkerV14readAnswerHead33_D9350C46A1AD67917E6D77B9D47F74BFLLySbSg5Bytes6HandleVF
# Func Hash:
52047015051916008
# Num Counters:
9
# Counter Values:
0
796166
796166
0
0
0
0
0
0
$0

$s7Gateway6WorkerV14requestIsWhole33_B1AE266FA9945A5E3D55E94916D6ACCDLLyy5Bytes6HandleVF
# Func Hash:
974670607667547270
# Num Counters:
6
# Counter Values:
582751
0
0
0
0
0
$0

$s7Gateway6WorkerV14sendDownstreamyy5Bytes6HandleVF
# Func Hash:
325048439439451000
# Num Counters:
17
# Counter Values:
2693576
2693576
427182
2052976
2052976
131960
34236
616991
0
3
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV14takeAnswerHeadySbSg5Bytes6HandleV_AHtF
# Func Hash:
1013336877169332774
# Num Counters:
12
# Counter Values:
0
796166
0
796166
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV14writeAnswerEnd_4fromy5Bytes6HandleV_AHtF
# Func Hash:
599005160778064889
# Num Counters:
9
# Counter Values:
796166
0
213418
213418
0
0
0
0
0
$0

$s7Gateway6WorkerV15exchangeForHead33_B1AE266FA9945A5E3D55E94916D6ACCDLLy5Bytes6HandleVSgAHF
# Func Hash:
280681509523394642
# Num Counters:
20
# Counter Values:
0
0
582756
4
582752
582756
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV15serveDownstreamyy5Bytes6HandleVF
# Func Hash:
701607647071025417
# Num Counters:
14
# Counter Values:
332600
34997
332600
213506
119091
119091
600
0
0
83495
34996
0
0
0
$0

$s7Gateway6WorkerV15withdrawUnknownyy5Bytes6HandleVF
# Func Hash:
1138190262387541705
# Num Counters:
16
# Counter Values:
796262
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV15writeAnswerHeadyy5Bytes6HandleVF
# Func Hash:
28540381073164725
# Num Counters:
18
# Counter Values:
582756
0
213418
213418
0
213418
0
0
0
0
0
0
0
0
0
0
0
213418
$0

$s7Gateway6WorkerV17continueHandshake33_B1AE266FA9945A5E3D55E94916D6ACCDLLySb5Bytes6HandleVF
# Func Hash:
301351146557964212
# Num Counters:
16
# Counter Values:
2351
2351
11
525
589
0
589
0
0
64
0
0
0
0
0
0
$0

$s7Gateway6WorkerV17enqueueDownstreamyy5Bytes6HandleVF
# Func Hash:
974670606468940182
# Num Counters:
7
# Counter Values:
724487
724487
724487
118244
4
0
18
$0

$s7Gateway6WorkerV3runyyF
# Func Hash:
710381614725108170
# Num Counters:
114
# Counter Values:
0
0
862
0
0
0
0
1417401
0
50926
0
0
0
0
0
0
0
0
0
0
0
0
0
3
353
356
617311
796560
3166
8
0
0
0
0
0
0
0
0
280447
617311
796560
356
0
280435
356
0
3166
280440
4
0
617311
617118
193
0
796560
4
356
4
4
4
4
0
646416
617118
0
4
0
4
4
0
0
0
0
617118
0
617118
0
0
1751
0
0
0
0
0
0
583370
32586
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
280447
0
0
$0

$s7Gateway6WorkerV4hold021_10B7AFB6D0A4D315E0E2F10A2AACC0AABLLyy5Bytes6HandleVF
# Func Hash:
1124680651882813910
# Num Counters:
3
# Counter Values:
0
83497
0
$0

$s7Gateway6WorkerV4read33_B1AE266FA9945A5E3D55E94916D6ACCDLLySb5Bytes6HandleVF
# Func Hash:
3603321035319561
# Num Counters:
16
# Counter Values:
681404
9
681404
0
247
650321
67154
419
613831
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV4take33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5HTTP20L5EventV_5Bytes6HandleVAKtF
# Func Hash:
341199225187727806
# Num Counters:
25
# Counter Values:
213506
0
0
213418
213506
213418
0
213506
0
192
0
0
0
0
0
0
0
213506
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV5admityy5Bytes6HandleVF
# Func Hash:
204980583116731324
# Num Counters:
15
# Counter Values:
0
0
0
83501
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV5adopt33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5Bytes6HandleV_s5Int32VA2HtF
# Func Hash:
650973719574880412
# Num Counters:
8
# Counter Values:
213506
16
0
0
0
0
48
0
$0

$s7Gateway6WorkerV5hosts021_10B7AFB6D0A4D315E0E2F10A2AACC0AABLL2atSay6Policy11HostPatternVGSi_tF
# Func Hash:
694937219346987940
# Num Counters:
6
# Counter Values:
796262
796262
796262
0
0
0
$0

$s7Gateway6WorkerV5isOldySb5Bytes6HandleVF
# Func Hash:
135188633048784317
# Num Counters:
7
# Counter Values:
796135
0
0
0
0
0
0
$0

$s7Gateway6WorkerV5offer33_4490633ABB5C447E39ED6323A6E09C2ALL__4ends5HTTP20L7SessionV4SentVAA0M4SlotVz_AA10DownstreamVzSbtFZTf4nnnd_n
# Func Hash:
732038791601165713
# Num Counters:
8
# Counter Values:
213418
0
0
0
0
0
213418
0
$0

$s7Gateway6WorkerV5rules2ofAA5RulesC5Bytes6HandleV_tFTf4nn_g
# Func Hash:
287486626736823490
# Num Counters:
6
# Counter Values:
0
0
4231774
0
0
0
$0

$s7Gateway6WorkerV6attach_2toy5Bytes6HandleV_AHtF
# Func Hash:
5832820221481676
# Num Counters:
10
# Counter Values:
796254
0
796254
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV6record33_4476F23B7AFB3BE5494F5C4AE9FA11EALLyy5Bytes6HandleVF
# Func Hash:
141929913031604037
# Num Counters:
11
# Counter Values:
796262
796254
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV7attempt_5freshy5Bytes6HandleV_SbtF
# Func Hash:
197471690505898002
# Num Counters:
19
# Counter Values:
796254
0
0
394
0
0
0
795860
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV7forwardyy5Bytes6HandleVF
# Func Hash:
45209321571323244
# Num Counters:
15
# Counter Values:
0
0
0
796254
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV7noteUseyy5Bytes6HandleVF
# Func Hash:
974670606290263037
# Num Counters:
7
# Counter Values:
83501
83500
0
2
0
0
0
$0

$s7Gateway6WorkerV7performyyAA8ExchangeV4StepO_5Bytes6HandleVtF
# Func Hash:
421769325786577839
# Num Counters:
13
# Counter Values:
5
0
83501
83497
0
796254
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV7sentAllyy5Bytes6HandleVF
# Func Hash:
640704448258129212
# Num Counters:
15
# Counter Values:
0
45
0
0
34235
582711
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV8admitted33_807B7689932544E22AB20A01C7531A74LLyy5Bytes6HandleV_5Quota7VerdictOtF
# Func Hash:
603606230343551517
# Num Counters:
35
# Counter Values:
0
1
0
83498
0
0
0
0
2
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV8endCountyy5Bytes6HandleVF
# Func Hash:
391331301117229308
# Num Counters:
6
# Counter Values:
796529
796254
0
0
0
0
$0

$s7Gateway6WorkerV8identify021_10B7AFB6D0A4D315E0E2F10A2AACC0AABLL_9isTrustedy5Bytes6HandleV_SbtF
# Func Hash:
927205941090286685
# Num Counters:
10
# Counter Values:
796262
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV8moveBody33_B1AE266FA9945A5E3D55E94916D6ACCDLLyAA4WireV0D8ProgressO5Bytes6HandleV_ALt4HTTP13ProtocolFaultOYKF
# Func Hash:
1089701712577777575
# Num Counters:
27
# Counter Values:
0
0
0
83497
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV8parkLinkyy5Bytes6HandleVF
# Func Hash:
446858649431793235
# Num Counters:
17
# Counter Values:
0
796135
796135
796135
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV8readBody33_B1AE266FA9945A5E3D55E94916D6ACCDLLySbSg5Bytes6HandleVF
# Func Hash:
769121167325016290
# Num Counters:
30
# Counter Values:
0
167147
167147
167147
0
0
0
0
0
0
0
0
0
0
0
0
83497
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV8readHead33_B1AE266FA9945A5E3D55E94916D6ACCDLLySb5Bytes6HandleVF
# Func Hash:
194648685766711513
# Num Counters:
30
# Counter Values:
0
582756
0
582756
0
582756
0
0
0
499254
499254
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
499254
$0

$s7Gateway6WorkerV8readLink33_D9350C46A1AD67917E6D77B9D47F74BFLLySb5Bytes6HandleVF
# Func Hash:
647472251192509702
# Num Counters:
13
# Counter Values:
796560
796560
0
0
796560
796560
0
394
0
0
0
0
0
$0

$s7Gateway6WorkerV8runQueue33_4E551DCF6AD4D05C14F54CD631FAF27BLLyyF
# Func Hash:
1085769282669701734
# Num Counters:
17
# Counter Values:
0
118244
0
118244
3838
0
118232
0
280447
0
12324
0
0
0
0
0
0
$0

$s7Gateway6WorkerV8sendLinkyy5Bytes6HandleVF
# Func Hash:
414921810681783870
# Num Counters:
8
# Counter Values:
0
796168
392
392
0
0
0
0
$0

$s7Gateway6WorkerV8useInput33_B1AE266FA9945A5E3D55E94916D6ACCDLLySb5Bytes6HandleVF
# Func Hash:
894595281416010767
# Num Counters:
22
# Counter Values:
0
0
0
2228037
2228037
1167003
167147
83497
582756
582756
582756
1561784
257
257
0
67
97099
796721
0
0
0
0
$0

$s7Gateway6WorkerV9countSentyy5Bytes6HandleV_SitF
# Func Hash:
197471693507518417
# Num Counters:
18
# Counter Values:
0
0
0
0
34236
34235
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV9endStreamyy5Bytes6HandleVF
# Func Hash:
844982799179493760
# Num Counters:
4
# Counter Values:
213418
0
0
0
$0

$s7Gateway6WorkerV9establish33_D9350C46A1AD67917E6D77B9D47F74BFLLySb5Bytes6HandleVF
# Func Hash:
647472250337673035
# Num Counters:
15
# Counter Values:
796166
0
0
0
796560
394
0
0
394
394
394
0
0
0
0
$0

$s7Gateway6WorkerV9isRemovedySbSiF
# Func Hash:
974670605106431209
# Num Counters:
7
# Counter Values:
796207
0
0
0
0
0
0
$0

$s7Gateway6WorkerV9judgeHeadyy5Bytes6HandleVF
# Func Hash:
40662223533007642
# Num Counters:
24
# Counter Values:
0
0
0
0
0
796262
796262
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV9offerRoomyy5Bytes6HandleVF
# Func Hash:
750865547282882856
# Num Counters:
14
# Counter Values:
600
600
600
99409
77
0
0
0
0
0
0
0
0
600
$0

$s7Gateway6WorkerV9readRedis33_807B7689932544E22AB20A01C7531A74LLyyF
# Func Hash:
320222949252741694
# Num Counters:
93
# Counter Values:
0
0
0
0
0
0
0
0
0
2
0
0
0
250502
250502
0
2
1
0
3166
0
0
3165
0
1
0
250502
4
0
0
0
83501
0
1
4
0
0
0
0
0
0
0
0
1
0
0
0
0
3166
0
1
0
0
0
0
0
0
1
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV9relayBodyySbSg5Bytes6HandleVF
# Func Hash:
934081912197877199
# Num Counters:
23
# Counter Values:
0
0
0
0
796166
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV9relayHead33_D9350C46A1AD67917E6D77B9D47F74BFLLyy5Bytes6HandleVF
# Func Hash:
391331301927502568
# Num Counters:
6
# Counter Values:
796166
0
0
0
0
0
$0

$s7Gateway6WorkerV9sendRedis33_807B7689932544E22AB20A01C7531A74LLyyF
# Func Hash:
393568428777292648
# Num Counters:
14
# Counter Values:
8509
8509
8509
8509
0
11436
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV9serveLinkyy5Bytes6HandleVF
# Func Hash:
653247339672563350
# Num Counters:
13
# Counter Values:
796560
0
1592726
1592726
1592726
796560
0
0
796560
0
0
0
0
$0

$s7Gateway6WorkerV9takesBodyySb5Bytes6HandleVF
# Func Hash:
650973721817282194
# Num Counters:
12
# Counter Values:
0
83650
0
0
0
167147
83650
0
0
0
0
0
$0

$s7Gateway6WorkerV9timeBlock33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5Bytes6HandleVF
# Func Hash:
927205938700135375
# Num Counters:
10
# Counter Values:
31075
31075
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV9useAnswer33_D9350C46A1AD67917E6D77B9D47F74BFLLySb5Bytes6HandleVF
# Func Hash:
141929910179173099
# Num Counters:
17
# Counter Values:
0
0
0
0
0
2388892
2388892
1592726
796166
796166
1592726
0
796166
796166
0
0
0
$0

$s7Gateway6WorkerV9writeHead33_F8F2BE9F7B5DF7223075A099575671D0LL_2toy5Bytes6HandleV_AItF
# Func Hash:
709651041189172080
# Num Counters:
20
# Counter Values:
0
796254
0
0
796254
0
796254
0
0
0
0
0
0
0
0
0
0
0
796254
796254
$0

$s7Gateway8ExchangeV10judgeInputyAC4StepOAA5RulesC_8Contract0D5JudgeVztF
# Func Hash:
709651039616300020
# Num Counters:
22
# Counter Values:
83497
83497
0
0
0
0
0
0
83494
3
0
0
0
0
0
0
0
0
0
0
0
83494
$0

$s7Gateway8ExchangeV10writeToken33_873AF0945CFD24F575B8E0D39FFC965DLL4intoy5Bytes10ByteBufferVz_tF
# Func Hash:
359601830999297894
# Num Counters:
24
# Counter Values:
796254
0
83494
0
0
83494
0
0
0
83494
0
0
0
0
0
0
0
0
0
0
83494
83494
0
83494
$0

$s7Gateway8ExchangeV11embedClaims5Bytes9ByteRangeVvg
# Func Hash:
619802541936950288
# Num Counters:
7
# Counter Values:
796254
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV11isPreflight33_81A2E0D2C9BAC123FABCF0F21BDCA4FFLLySbAA5RulesCF
# Func Hash:
844982798881822659
# Num Counters:
5
# Counter Values:
796262
0
0
0
0
$0

$s7Gateway8ExchangeV11noteUpgradeyyF
# Func Hash:
694937220814190176
# Num Counters:
7
# Counter Values:
796262
712760
0
712760
0
0
0
$0

$s7Gateway8ExchangeV11writeFields4into_12assertionKey_y5Bytes10ByteBufferVz_AA12ForwardFactsV8Identity09AssertionG0VSg10Operations16IdentifierSourceVztF
# Func Hash:
903469439338634923
# Num Counters:
33
# Counter Values:
796254
0
796254
83494
0
0
796254
0
796254
0
0
796254
83494
796254
0
0
0
0
0
796254
0
0
0
0
0
0
0
0
0
796254
796254
796254
796254
$0

$s7Gateway8ExchangeV12addRequestIDyyF
# Func Hash:
1096621591303031350
# Num Counters:
5
# Counter Values:
796174
0
796174
0
0
$0

$s7Gateway8ExchangeV12noteTrailersyyF
# Func Hash:
436124197646407679
# Num Counters:
14
# Counter Values:
0
0
0
0
0
0
796262
0
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV12writeFraming33_873AF0945CFD24F575B8E0D39FFC965DLL4intoy5Bytes10ByteBufferVz_tF
# Func Hash:
391331301322411746
# Num Counters:
6
# Counter Values:
83494
712760
0
0
0
0
$0

$s7Gateway8ExchangeV13writeIdentity33_873AF0945CFD24F575B8E0D39FFC965DLL4into6claimsy5Bytes10ByteBufferVz_AH0O5RangeVtF
# Func Hash:
103885142237798777
# Num Counters:
58
# Counter Values:
796254
0
83494
0
83494
0
83494
0
83494
0
0
83494
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83494
83494
0
0
83494
83494
83494
0
0
$0

$s7Gateway8ExchangeV14judgeAbilitiesyAC4StepOAA5RulesCF
# Func Hash:
701607648268510422
# Num Counters:
13
# Counter Values:
1
0
83497
83498
0
83497
1
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV14writeAssertion33_873AF0945CFD24F575B8E0D39FFC965DLL4into__6claimsy5Bytes10ByteBufferVz_AA12ForwardFactsV8Identity0D3KeyVAH0O5RangeVtF
# Func Hash:
542920913207647773
# Num Counters:
27
# Counter Values:
0
83494
0
0
83494
83494
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83494
0
83494
$0

$s7Gateway8ExchangeV14writeForwarded33_873AF0945CFD24F575B8E0D39FFC965DLL4into_y5Bytes10ByteBufferVz_AA12ForwardFactsVtF
# Func Hash:
908303127260518565
# Num Counters:
45
# Counter Values:
0
796254
0
0
796254
0
0
796254
0
0
796254
0
0
796254
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
796254
0
796254
530947
530947
796254
796254
796254
$0

$s7Gateway8ExchangeV15makeRoomForBodyyyF
# Func Hash:
753202734966464348
# Num Counters:
8
# Counter Values:
83497
0
0
0
0
0
0
83497
$0

$s7Gateway8ExchangeV15overridesMethodySbAA5RulesC_8Contract10InputJudgeVztF
# Func Hash:
599005160810955766
# Num Counters:
10
# Counter Values:
796254
0
0
0
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV15writeAnswerHead2to6closesy5Bytes10ByteBufferVz_SbtF
# Func Hash:
93478049549912784
# Num Counters:
7
# Counter Values:
582711
45
0
0
0
0
0
$0

$s7Gateway8ExchangeV16judgeCredentials33_81A2E0D2C9BAC123FABCF0F21BDCA4FFLLyAC4StepOAA9RoutePlanV_AA5RulesCtF
# Func Hash:
1080275685515869908
# Num Counters:
9
# Counter Values:
83501
712760
0
83502
83501
0
0
0
1
$0

$s7Gateway8ExchangeV16streamsMultipartySbAA5RulesCF
# Func Hash:
391331300193999938
# Num Counters:
7
# Counter Values:
796254
796254
83494
0
0
0
0
$0

$s7Gateway8ExchangeV17answersUntilCloseSbvg
# Func Hash:
1124680651571308851
# Num Counters:
4
# Counter Values:
796129
0
0
0
$0

$s7Gateway8ExchangeV17findAuthorizationyyF
# Func Hash:
757987885976248858
# Num Counters:
10
# Counter Values:
83502
83501
0
0
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV5begin3for3nowy5Bytes6HandleV_SitF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s7Gateway8ExchangeV6record_2toy10Operations12RequestFactsV_AF8RecorderVztF
# Func Hash:
1145723537399638738
# Num Counters:
17
# Counter Values:
0
1315
796262
0
794947
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV8addQuotayyF
# Func Hash:
830659418060348968
# Num Counters:
10
# Counter Values:
796174
83500
0
83500
2
0
0
0
0
0
$0

$s7Gateway8ExchangeV9findRoute33_81A2E0D2C9BAC123FABCF0F21BDCA4FFLLyAC4StepOSgAA5RulesCF
# Func Hash:
176885384959418044
# Num Counters:
14
# Counter Values:
796262
0
712760
796262
0
0
0
0
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV9judgeHead_5hosts13peerIsTrustedAC4StepOAA5RulesC_Say6Policy11HostPatternVGSbtF
# Func Hash:
301351148341316548
# Num Counters:
17
# Counter Values:
83502
1592510
0
796262
0
796262
83502
796262
796262
796262
796262
796262
0
0
0
0
0
$0

$s7Gateway8ExchangeV9judgeSizeyAC4StepOAA5RulesCF
# Func Hash:
22492061081398311
# Num Counters:
15
# Counter Values:
0
796257
712760
83497
83497
0
0
83497
0
0
0
0
0
0
83497
$0

$s7Logging16StreamLogHandlerV9timestamp33_6E7337E63240743B1D20B89D82936000LLSSyF
# Func Hash:
536873292885467994
# Num Counters:
3
# Counter Values:
3048
12
0
$0

$s7Reactor10DescriptorVwxx
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1268
12
$0

$s7Reactor10TimerWheelV12earliestSlot33_217BF0DCE4151539B2609F7314EB9F8CLLSi4list_Si5starttSgyF
# Func Hash:
1096621587452368558
# Num Counters:
5
# Counter Values:
1103283
561102
561082
0
0
$0

$s7Reactor10TimerWheelV15nowMillisecondsACSi_tcfC
# Func Hash:
146835646621254984
# Num Counters:
2
# Counter Values:
3584
8
$0

$s7Reactor10TimerWheelV19timeoutMilliseconds3nowS2i_tF
# Func Hash:
1096621587360071799
# Num Counters:
5
# Counter Values:
280440
0
280452
0
0
$0

$s7Reactor10TimerWheelV4link33_217BF0DCE4151539B2609F7314EB9F8CLLyys6UInt32VF
# Func Hash:
141929911054158372
# Num Counters:
11
# Counter Values:
6685
6392
0
0
0
0
0
0
0
0
0
$0

$s7Reactor10TimerWheelV5raise33_217BF0DCE4151539B2609F7314EB9F8CLLyySiF
# Func Hash:
5832819400250233
# Num Counters:
10
# Counter Values:
4392
195
195
0
0
0
0
0
0
0
$0

$s7Reactor10TimerWheelV6cancelyys6UInt32VF
# Func Hash:
844982799090753968
# Num Counters:
4
# Counter Values:
2871220
2866290
0
0
$0

$s7Reactor10TimerWheelV6expire3nows6UInt32VSgSi_tF
# Func Hash:
247671766909679932
# Num Counters:
10
# Counter Values:
4349
195
2711
43
280455
0
0
0
0
8
$0

$s7Reactor10TimerWheelV6unlink33_217BF0DCE4151539B2609F7314EB9F8CLLyys6UInt32VF
# Func Hash:
128035615982146137
# Num Counters:
18
# Counter Values:
1171
5123
0
71
4648
0
0
0
0
0
0
0
0
0
0
0
0
266
$0

$s7Reactor10TimerWheelV8schedule_14atMillisecondsys6UInt32V_SitF
# Func Hash:
896858935704670625
# Num Counters:
10
# Counter Values:
1605
3974
2961969
23
0
1427
23
4
36
0
$0

$s7Reactor11RegularFileV8contents33_D25ED0E820AEDF3AC413ABA2BCF238FALL2of8bytesMaxSays5UInt8VGAA10DescriptorV_SitAC5FaultOYKFZTf4nnd_n
# Func Hash:
896858934644067649
# Num Counters:
9
# Counter Values:
2031585
31
0
0
31
0
0
0
0
$0

$s7Reactor13SocketAddressV4form6lengthACSgSV_SitcfCTf4nnd_n
# Func Hash:
545540446759805147
# Num Counters:
26
# Counter Values:
0
93090
0
0
0
0
0
870
0
0
0
0
0
870
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Reactor13SocketAddressVSgWOg
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
20034
336
$0

$s7Reactor13SocketAddressVSgWOi_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
7376
$0

$s7Reactor13SocketAddressV_4portAcA9IPAddressV_s6UInt16VtcfC
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
158681
1483
$0

$s7Reactor13SocketAddressVyACSgs4SpanVys5UInt8VGcfCTf4nd_n
# Func Hash:
913621640149781929
# Num Counters:
28
# Counter Values:
1712
0
16
16
16
0
0
16
0
0
0
0
16
0
16
16
16
0
0
0
0
0
0
0
0
0
0
0
$0

$s7Reactor5ClockV12millisecondsSivg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
6395645
$0

$s7Reactor5ClockV20monotonicNanosecondsSiyFZ
# Func Hash:
238984481941143025
# Num Counters:
3
# Counter Values:
83501
0
0
$0

$s7Reactor5ClockV7refreshyyF
# Func Hash:
391331300282461118
# Num Counters:
6
# Counter Values:
280511
60
0
0
0
0
$0

$s7Reactor5ErrnoV10wouldBlockACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1146
$0

$s7Reactor5ErrnoV4lastACvgZ
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
1146
0
$0

$s7Reactor5ErrnoVACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
10494
36
$0

$s7Reactor5ErrnoVACs5ErrorAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
7380
80
$0

$s7Reactor5ErrnoVSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1724
$0

$s7Reactor5EventV10isReadableSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1417037
$0

$s7Reactor5EventV10isWritableSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1417037
$0

$s7Reactor5EventV12isPeerClosedSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1414898
$0

$s7Reactor5EventV8isFailedSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
617311
$0

$s7Reactor5TokenV3rawACs6UInt64V_tcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
250502
$0

$s7Reactor5TokenV4kind6handleACs5UInt8V_5Bytes6HandleVtcfC
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
84757
0
$0

$s7Reactor5TokenV4kinds5UInt8Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1417409
$0

$s7Reactor5TokenV6handle5Bytes6HandleVvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1664373
$0

$s7Reactor6PollerV3add_5tokenys5Int32V_AA5TokenVtAA5ErrnoVYKF
# Func Hash:
1124680651882813910
# Num Counters:
3
# Counter Values:
1260
0
0
$0

$s7Reactor6PollerV4wait19timeoutMillisecondsS2i_tAA5ErrnoVYKF
# Func Hash:
844982796142277857
# Num Counters:
4
# Counter Values:
280467
0
0
0
$0

$s7Reactor6PollerV5eventyAA5EventVSiF
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
1417409
0
$0

$s7Reactor6PollerV8capacityACSi_tAA5ErrnoVYKcfCTf4nd_n
# Func Hash:
974670608308909578
# Num Counters:
6
# Counter Values:
1272
16
0
0
0
0
$0

$s7Reactor6SocketV3raws5Int32Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1860
$0

$s7Reactor6SocketV4sendyAA8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
391331301775196590
# Num Counters:
7
# Counter Values:
0
0
1070070
0
1070070
0
0
$0

$s7Reactor6SocketV5closeyyF
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1256
1256
$0

$s7Reactor6SocketV7receive4into6atMostAA8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
701607647827667215
# Num Counters:
14
# Counter Values:
1068921
4283
4074
1068921
490
1064638
1068921
1068921
0
0
0
0
0
0
$0

$s7Reactor8IOResultOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
6332
8
$0

$s7Reactor8IOResultOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
1111451242807117665
# Num Counters:
9
# Counter Values:
0
0
0
0
3166
0
0
3166
0
$0

$s7Reactor8ListenerV6accept4peerAA12AcceptResultOAA13SocketAddressVz_tF
# Func Hash:
52047011464210854
# Num Counters:
15
# Counter Values:
0
0
0
0
0
0
0
0
0
0
357
1219
862
0
0
$0

$s7Reactor9IPAddressV10subscriberACvg
# Func Hash:
702941992757231615
# Num Counters:
3
# Counter Values:
167002
167002
167002
$0

$s7Reactor9IPAddressV8loopbackACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2243
$0

$s8Contract10InputJudgeV12storageBytesSivg
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
83497
0
0
0
$0

$s8Contract10InputJudgeV15overridesMethodSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83497
$0

$s8Contract10InputJudgeV5judge_8encoding4body5queryAA0B7VerdictOAA0B7ProgramV_AA0B8EncodingOs4SpanVys5UInt8VGARtF
# Func Hash:
290495010329364959
# Num Counters:
5
# Counter Values:
83497
0
0
83497
83494
$0

$s8Contract10InputJudgeV7reportsSayAA10RuleReportVGvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83497
$0

$s8Contract11LaravelTrimO5range_6isUTF8SnySiGs4SpanVys5UInt8VG_SbtFZTf4nnd_n
# Func Hash:
977497307956084270
# Num Counters:
67
# Counter Values:
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
333983
333983
333983
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract11SchemaRulesV9readOther33_E029204E2E0F73EBD3AB99FE8596A3D4LLyy8Document4NodeC5EntryVF
# Func Hash:
356777729602175920
# Num Counters:
31
# Counter Values:
0
1232
1232
1232
0
0
0
184
1048
0
160
1048
160
1048
160
0
0
0
0
0
0
0
0
0
0
0
0
24
0
0
0
$0

$s8Contract11SchemaRulesVyAC8Document4NodeCcfCTf4nd_n
# Func Hash:
555263039205217673
# Num Counters:
38
# Counter Values:
0
0
1224
400
0
152
152
400
0
400
0
160
400
248
400
8
0
400
0
248
0
0
400
0
0
0
0
0
0
0
0
0
0
0
0
408
0
0
$0

$s8Contract12InputProgramVSgWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1716
$0

$s8Contract12InputProgramVSgWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1315
$0

$s8Contract12InputProgramVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
418035
$0

$s8Contract12InputProgramVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
501000
$0

$s8Contract12InputProgramVWOh
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83500
$0

$s8Contract12InputProgramVwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83949
$0

$s8Contract12InputProgramVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83683
$0

$s8Contract12InputReadingV4read_4body5queryAA0B7RefusalOSgAA0B8EncodingO_s4SpanVys5UInt8VGAPtF
# Func Hash:
484499720027329975
# Num Counters:
8
# Counter Values:
0
83497
0
0
1
83496
0
0
$0

$s8Contract12InputReadingV4view2ofAA0B4ViewVs4SpanVys5UInt8VG_tF
# Func Hash:
974670608878618803
# Num Counters:
6
# Counter Values:
0
83497
0
0
0
0
$0

$s8Contract12PathTemplateV10normalised33_7F3DBD08FCFEB79DBAF7C35A2D215944LLySays5UInt8VGAHFZTf4nd_n
# Func Hash:
296805424781265176
# Num Counters:
25
# Counter Values:
1944
0
1848
368
16
0
0
0
0
0
0
0
432
0
0
368
0
0
64
0
0
0
0
0
0
$0

$s8Contract12PathTemplateV7segment33_7F3DBD08FCFEB79DBAF7C35A2D215944LL_5namesAC7SegmentOs10ArraySliceVys5UInt8VG_SaySSGztAC0C5FaultAELLVYKFZTf4nnd_n
# Func Hash:
304239386100654653
# Num Counters:
34
# Counter Values:
64
432
1944
0
368
32
0
32
400
0
368
32
0
0
0
0
0
0
0
0
0
0
0
0
64
0
0
0
0
32
0
0
0
0
$0

$s8Contract12PathTemplateV_2atACSS_8Document4MarkVtAE0E5ErrorVYKcfCTf4nnd_n
# Func Hash:
387381283861589894
# Num Counters:
37
# Counter Values:
0
32
0
232
2072
288
112
32
112
0
112
112
0
0
112
0
0
0
112
0
0
0
0
0
0
0
168
0
0
0
168
0
0
0
64
0
32
$0

$s8Contract13AttributeNameO9displayedyS2SFZTf4nd_n
# Func Hash:
900726801065548174
# Num Counters:
55
# Counter Values:
0
0
380
5470
0
740
5470
0
5470
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
5090
380
0
0
0
740
360
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
380
$0

$s8Contract13InputCompilerV10firstRange33_D4E9BC72FBDB28F35185BF803FD624F1LL2of2inSnySS5IndexVGSgSS_SstFTf4nnd_n
# Func Hash:
844982798453876794
# Num Counters:
4
# Counter Values:
60370
2200
730
0
$0

$s8Contract13InputCompilerV3add33_D4E9BC72FBDB28F35185BF803FD624F1LLySnys5Int32VGSaySSGF
# Func Hash:
1073436551124325553
# Num Counters:
12
# Counter Values:
160
40
1090
40
0
0
0
58
0
0
0
10
$0

$s8Contract13InputCompilerV4node33_D4E9BC72FBDB28F35185BF803FD624F1LLySiSaySSGF
# Func Hash:
434663083154725109
# Num Counters:
33
# Counter Values:
3708
1910
0
0
180
484
0
484
0
0
484
0
484
484
0
0
0
0
0
0
0
2570
2570
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract13InputCompilerV7message33_D4E9BC72FBDB28F35185BF803FD624F1LL_2of_Snys5Int32VGAA4RuleO_AA10FieldRulesVAA0P6TraitsVtFTf4nxnn_n
# Func Hash:
851395971437507049
# Num Counters:
33
# Counter Values:
0
1480
10
10
740
730
0
0
730
10
0
100
0
720
730
0
190
410
410
0
0
0
0
0
220
0
0
0
10
0
0
0
0
$0

$s8Contract13InputCompilerV8addNodes33_D4E9BC72FBDB28F35185BF803FD624F1LLyySayAA10FieldRulesVGF
# Func Hash:
944907154823713886
# Num Counters:
74
# Counter Values:
0
0
0
20
0
20
1362
1362
300
0
0
300
284
104
454
370
360
360
20
0
20
104
558
0
20
930
100
350
20
0
0
0
0
0
0
0
0
0
104
360
0
0
229
0
0
0
170
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
10
0
0
0
20
20
0
0
0
$0

$s8Contract13InputEncodingO11contentType6methodACs4SpanVys5UInt8VG_AJtcfC
# Func Hash:
477729237181581000
# Num Counters:
17
# Counter Values:
0
0
0
83497
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract13MultipartScanVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
797892
$0

$s8Contract13OverlayChangeV5Place33_13273AF44255D093ECB1E3075DE63B77LLCfD
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1208
$0

$s8Contract13OverlayChangeV6merged33_13273AF44255D093ECB1E3075DE63B77LLy8Document4NodeCAH_AHtAF0K5ErrorVYKF
# Func Hash:
609831944614208556
# Num Counters:
21
# Counter Values:
1120
1120
256
64
32
288
0
0
256
0
0
0
288
0
0
0
0
0
0
0
96
$0

$s8Contract13OverlayChangeV7applied2at2to8Document4NodeCSaySayAA8JSONPathV4StepOGG_AItAG0G5ErrorVYKF
# Func Hash:
838107929365782109
# Num Counters:
20
# Counter Values:
200
1208
1128
200
48
0
0
1128
200
0
0
0
0
0
0
120
0
0
0
0
$0

$s8Contract13OverlayChangeV7changed33_13273AF44255D093ECB1E3075DE63B77LLy8Document4NodeCSgAH_AC5PlaceAELLCtAF0K5ErrorVYKF
# Func Hash:
481661632322018747
# Num Counters:
31
# Counter Values:
216
5288
0
0
720
1328
128
200
816
0
192
192
8
312
0
0
1040
88
192
1040
0
0
0
0
40
0
0
1856
32
256
0
$0

$s8Contract13RouterBuilderV4Flat33_FFD440CA8337AA03374E6DD3AA672893LLV6routerAA0B0VyF
# Func Hash:
596847750479538996
# Num Counters:
17
# Counter Values:
128
8
8
1016
32
136
8
8
8
8
0
0
0
0
0
0
0
$0

$s8Contract14JSONPathParserV4take33_804DCDD0945C6E29D08BDE420ABB0F20LLySbSSF
# Func Hash:
948827210779410426
# Num Counters:
7
# Counter Values:
1920
824
1096
0
0
0
0
$0

$s8Contract14JSONPathParserV6quoted33_804DCDD0945C6E29D08BDE420ABB0F20LLSSyAA0B5FaultVYKF
# Func Hash:
734311862427736682
# Num Counters:
13
# Counter Values:
0
4224
4224
0
0
248
0
0
0
0
0
248
0
$0

$s8Contract14JSONPathParserV8segments33_804DCDD0945C6E29D08BDE420ABB0F20LLSayAA0B0V7SegmentVGyAA0B5FaultVYKF
# Func Hash:
107227097876645269
# Num Counters:
39
# Counter Values:
1144
0
0
0
240
1144
1144
0
0
1144
1144
904
736
0
0
168
736
0
736
0
168
0
0
0
0
0
0
0
0
0
0
0
0
0
0
168
231
0
0
$0

$s8Contract14JSONPathParserV9shorthand33_804DCDD0945C6E29D08BDE420ABB0F20LLSSyAA0B5FaultVYKF
# Func Hash:
502833846120253927
# Num Counters:
15
# Counter Values:
616
4832
0
16
0
736
0
736
616
0
0
0
0
16
0
$0

$s8Contract14RuleEvaluationV10anyMissing33_B294A3A5B03F50B93C97D686AF7D6434LLySbAA0B2OpV_AA12InputProgramVAA0Q4ViewVtF
# Func Hash:
927205941806450109
# Num Counters:
10
# Counter Values:
166994
166994
166994
0
0
0
0
0
0
0
$0

$s8Contract14RuleEvaluationV3runyyAA12InputProgramV_AA0E4ViewVtF
# Func Hash:
1058979870307975888
# Num Counters:
44
# Counter Values:
584479
333993
333983
333983
1
0
500982
0
333983
0
0
0
0
0
0
0
0
83497
83497
83497
83497
0
0
1
3
3
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract14RuleEvaluationV4isInySbAA0B2OpV_AA7SubjectVAA11FieldTraitsVAA12InputProgramVAA0J4ViewVtF
# Func Hash:
293743815642719938
# Num Counters:
71
# Counter Values:
0
0
0
0
0
83500
5
0
5
0
0
0
0
0
0
0
0
0
0
0
83496
0
0
0
83496
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract14RuleEvaluationV5judgeyySi_AA7FieldOpVAA7SubjectVAA12InputProgramVAA0H4ViewVtF
# Func Hash:
926418444365024231
# Num Counters:
129
# Counter Values:
0
0
0
0
0
0
0
0
0
0
0
0
667966
0
250497
417479
0
0
1
4
0
0
0
1
0
0
500982
166994
0
0
0
417479
500978
0
0
333983
0
0
0
0
0
83497
0
0
166994
0
0
0
0
0
83496
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
4
0
0
0
0
0
0
0
0
0
0
2
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
166994
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract14RuleEvaluationV5resetyyAA12InputProgramVFTf4dn_n
# Func Hash:
974670608319261083
# Num Counters:
5
# Counter Values:
2
83497
1
83496
1
$0

$s8Contract14RuleEvaluationV6locate33_5826D9FBB4915E65500FAA01ACDB05F7LL5below____ySi_AA11InputSourceOSiAA0L7ProgramVAA0L4ViewVtF
# Func Hash:
858573434955966577
# Num Counters:
53
# Counter Values:
1252438
83496
83496
0
584472
0
333983
1419435
417480
417479
333983
83496
83496
0
333984
83496
0
0
83496
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract14RuleEvaluationV6locate33_5826D9FBB4915E65500FAA01ACDB05F7LLyyAA12InputProgramV_AA0K4ViewVtF
# Func Hash:
657178619126389050
# Num Counters:
33
# Counter Values:
0
0
0
0
0
0
0
0
0
0
83497
83496
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract14RuleEvaluationV6string33_5826D9FBB4915E65500FAA01ACDB05F7LL__11isUntrimmed_AA7SubjectV4JSON9TapeEntryV_AA11InputSourceOSbAA0Q4ViewVtF
# Func Hash:
170704079434007365
# Num Counters:
30
# Counter Values:
333983
333983
333983
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract14RuleEvaluationV8isFilledySbAA7SubjectV_AA9InputViewVtF
# Func Hash:
84211804047882110
# Num Counters:
22
# Counter Values:
166998
0
417485
0
0
0
0
250487
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract14RuleEvaluationV9plainText2of_AA7SubjectVAG_AA9InputViewVtF
# Func Hash:
487236858264510559
# Num Counters:
43
# Counter Values:
83496
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract4RuleOWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
12400
$0

$s8Contract4RuleOWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2480
$0

$s8Contract4RuleOWOe
# Func Hash:
301351149323909726
# Num Counters:
21
# Counter Values:
11604
0
0
228
0
0
396
810
1668
162
132
0
0
0
0
0
0
0
0
624
0
$0

$s8Contract4RuleOWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
7880
$0

$s8Contract4RuleOWOy
# Func Hash:
301351149323909726
# Num Counters:
21
# Counter Values:
16072
0
0
512
0
0
480
1000
2064
200
160
0
0
0
0
0
0
0
0
768
0
$0

$s8Contract4RuleOwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2480
$0

$s8Contract4RuleOwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1970
$0

$s8Contract6RouterV4walk33_65316886DC5A3BFED5D2C836020CA4AELL_4from4node6search8capturesSiSgs4SpanVys5UInt8VG_S2iAC6SearchAELLVzAA8CapturesVztF
# Func Hash:
90653977065891169
# Num Counters:
39
# Counter Values:
1592524
11943930
0
0
0
796262
2388786
2388786
0
2388786
0
0
2388786
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract6RouterV5child33_65316886DC5A3BFED5D2C836020CA4AELL2of_SiSgSi_s4SpanVys5UInt8VGtF
# Func Hash:
271263512379639028
# Num Counters:
12
# Counter Values:
7962620
0
0
2388786
2388786
2388786
2388786
0
0
0
0
2388786
$0

$s8Contract6RouterV5match__8capturesAA10RouteMatchOs4SpanVys5UInt8VG_4HTTP6MethodOAA8CapturesVztF
# Func Hash:
814865059576423955
# Num Counters:
8
# Counter Values:
796262
796262
796262
0
0
0
0
0
$0

$s8Contract6RouterV6arrive33_65316886DC5A3BFED5D2C836020CA4AELL2at_SiSgSi_AC6SearchAELLVztFTf4nnx_n
# Func Hash:
187771964761477978
# Num Counters:
7
# Counter Values:
0
796262
0
0
0
0
0
$0

$s8Contract8CapturesVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s8Contract8JSONPathV4StepOWOe
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
19104
17728
$0

$s8Contract8JSONPathV4StepOWOy
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
23688
22272
$0

$s8Contract8JSONPathV4StepOwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
6488
$0

$s8Contract8JSONPathV4StepOwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
9352
$0

$s8Contract8JSONPathV5MatchVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
3720
$0

$s8Contract8JSONPathV6select33_92704163AAE9161E7EB48CC7AD3E9927LL_2in4root4intoyAC8SelectorO_AC5MatchV8Document4NodeCSayALGztF
# Func Hash:
975650592485959565
# Num Counters:
38
# Counter Values:
0
88
128
0
48
0
0
8
88
1328
0
32
48
1088
0
0
0
0
0
0
0
0
0
0
0
0
48
144
0
0
0
0
0
0
0
0
0
0
$0

$s8Contract8JSONPathV8SelectorOWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1504
$0

$s8Contract8JSONPathV8SelectorOWOe
# Func Hash:
1063705162558100101
# Num Counters:
3
# Counter Values:
6560
336
6192
$0

$s8Contract8JSONPathV8SelectorOWOh
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1552
$0

$s8Contract8JSONPathV8SelectorOWOy
# Func Hash:
1063705162558100101
# Num Counters:
3
# Counter Values:
4480
240
4224
$0

$s8Contract8JSONPathV8evaluate33_92704163AAE9161E7EB48CC7AD3E9927LL_4from4rootSayAC5MatchVGSayAC7SegmentVG_AI8Document4NodeCtF
# Func Hash:
149146438536752623
# Num Counters:
16
# Counter Values:
16
1488
1488
0
1488
0
0
0
1144
336
0
0
0
0
0
0
$0

$s8Contract8NameTree33_D4E9BC72FBDB28F35185BF803FD624F1LLC3addyySaySSGF
# Func Hash:
1080275686863031800
# Num Counters:
8
# Counter Values:
1080
1050
968
30
454
0
170
30
$0

$s8Contract9FieldRuleVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1898
$0

$s8Contract9InputViewVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
250491
$0

$s8Contract9OperationVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1440
$0

$s8Contract9OperationVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1440
$0

$s8Contract9separated33_2070AD0D208BDD9F8E6A8236278F95F1LLySaySSGSSF
# Func Hash:
231012524674158493
# Num Counters:
11
# Counter Values:
104
0
0
1392
104
1392
32
192
54
24
1392
$0

$s8Document10DiagnosticVSgWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
3598
$0

$s8Document10DiagnosticVSgWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
3564
$0

$s8Document10DiagnosticVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
3322
$0

$s8Document10DiagnosticVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
3240
$0

$s8Document10DiagnosticVwet
# Func Hash:
607699200014702880
# Num Counters:
5
# Counter Values:
1364
1364
0
0
52
$0

$s8Document10ScalarKindO5plainACSS_tcfC
# Func Hash:
626128316019365692
# Num Counters:
70
# Counter Values:
0
0
0
0
0
0
0
0
0
0
364
0
0
0
0
0
72
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
10043
0
0
0
0
0
364
0
0
72
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Document10ScalarKindO7numeric33_C87FEDF3FDA5EF5754D2F131FBFE4FD7LLyACSays5UInt8VGFZ
# Func Hash:
170277218950896769
# Num Counters:
47
# Counter Values:
0
0
0
10947
1128
16
8
0
0
9771
0
0
0
0
10043
9739
0
0
8
0
0
80
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Document10YAMLEventsV4copy33_7AA800952F8EFB69E8A26D944039D1ABLLyAA9YAMLEventOSo12yaml_event_sVF
# Func Hash:
325048436596179360
# Num Counters:
18
# Counter Values:
24609
873
84
15161
48
48
873
48
3713
3713
15161
0
0
0
0
84
0
12
$0

$s8Document11NodeBuilderV3Key33_B957C7418B2E7A5435C1214E411AC17FLLVSgWOe
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
28089
18726
$0

$s8Document11NodeBuilderV3Key33_B957C7418B2E7A5435C1214E411AC17FLLVWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
9363
$0

$s8Document11NodeBuilderV3Key33_B957C7418B2E7A5435C1214E411AC17FLLVwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
9363
$0

$s8Document11NodeBuilderV3add33_B957C7418B2E7A5435C1214E411AC17FLL_5nodes2at7isPlainyAA0B0C_SiAA4MarkVSbtAA0A5ErrorVYKF
# Func Hash:
761099130635618234
# Num Counters:
21
# Counter Values:
48
0
0
19783
0
1057
9363
0
0
3673
9363
0
9363
9363
0
0
0
176
4218
0
0
$0

$s8Document11NodeBuilderV3end33_B957C7418B2E7A5435C1214E411AC17FLLyyAA0A5ErrorVYKF
# Func Hash:
788747811112366709
# Num Counters:
9
# Counter Values:
4586
12
3713
873
4586
0
4586
0
0
$0

$s8Document11NodeBuilderV3key33_B957C7418B2E7A5435C1214E411AC17FLL_2of2at7isPlainAC3KeyAELLVAA0B0C_AC4OpenAELLVAA4MarkVSbtAA0A5ErrorVYKF
# Func Hash:
391331301270122994
# Num Counters:
6
# Counter Values:
9363
0
9331
0
9331
9363
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVSgWOg
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
48738
48738
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVSgWOi_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24369
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24369
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVWOh
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
28955
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVwcp
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
9363
15006
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVwxx
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
28955
9363
$0

$s8Document11NodeBuilderV4take_2atyAA9YAMLEventO_AA4MarkVtAA0A5ErrorVYKF
# Func Hash:
280681509258167672
# Num Counters:
22
# Counter Values:
4730
0
0
0
4682
0
0
0
0
0
84
0
48
4634
3713
15161
873
0
4586
0
3713
0
$0

$s8Document11NodeBuilderV5begin33_B957C7418B2E7A5435C1214E411AC17FLLyyAC4OpenAELLVAA0A5ErrorVYKF
# Func Hash:
391331299968036289
# Num Counters:
6
# Counter Values:
4538
4586
0
4141
0
149
$0

$s8Document11NodeBuilderV5merge33_B957C7418B2E7A5435C1214E411AC17FLL4intoyAC4OpenAELLVz_tF
# Func Hash:
14124350245757982
# Num Counters:
20
# Counter Values:
0
0
0
0
0
0
0
0
0
3713
0
0
0
0
0
0
0
0
0
0
$0

$s8Document11NodeBuilderV6refuse33_B957C7418B2E7A5435C1214E411AC17FLL_6unless2atySSSg_SSAA4MarkVtAA0A5ErrorVYKF
# Func Hash:
631255615641857481
# Num Counters:
7
# Counter Values:
4586
0
0
0
0
0
0
$0

$s8Document11NodeBuilderV6scalar33_B957C7418B2E7A5435C1214E411AC17FLL_8isQuoted3tag2atAA0B0CSS_SbSSSgAA4MarkVtAA0A5ErrorVYKF
# Func Hash:
141929910552246254
# Num Counters:
14
# Counter Values:
0
15161
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Document4MarkVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
9915
$0

$s8Document4NodeC10scalarKindAA06ScalarD0OSgvg
# Func Hash:
1063705162462123496
# Num Counters:
3
# Counter Values:
9813
9813
9709
$0

$s8Document4NodeC4textSSSgvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
20617
20609
$0

$s8Document4NodeC5EntryV3key0D4Mark8isString5valueAESS_AA0E0VSbACtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1168
$0

$s8Document4NodeC5EntryVSgWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
43616
$0

$s8Document4NodeC5EntryVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
145750
$0

$s8Document4NodeC5EntryVWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
13250
$0

$s8Document4NodeC5EntryVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
33360
$0

$s8Document4NodeC5EntryVwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
14384
$0

$s8Document4NodeC5EntryVwet
# Func Hash:
607699200014702880
# Num Counters:
5
# Counter Values:
5452
5452
0
0
5374
$0

$s8Document4NodeC5EntryVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
21111
$0

$s8Document4NodeC5entryyAC5EntryVSgSSF
# Func Hash:
271263511582635343
# Num Counters:
11
# Counter Values:
28130
11444
640
10804
506
4558
268
0
0
0
4630
$0

$s8Document4NodeC7ContentOWOe
# Func Hash:
844982799169123455
# Num Counters:
5
# Counter Values:
196390
140150
47770
8470
0
$0

$s8Document4NodeC7ContentOWOy
# Func Hash:
844982799169123455
# Num Counters:
5
# Counter Values:
44646
30322
12402
1922
0
$0

$s8Document4NodeC7mappingSayAC5EntryVGSgvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
2832
2309
$0

$s8Document4NodeC8sequenceSayACGSgvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1660
659
$0

$s8Document4NodeCMa
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
21191
$0

$s8Document4NodeC_2atA2C7ContentO_AA4MarkVtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1424
$0

$s8Document4NodeC_2atA2C7ContentO_AA4MarkVtcfc
# Func Hash:
95820316096060329
# Num Counters:
13
# Counter Values:
172
857
0
2429
0
16122
4877
172
0
0
0
0
0
$0

$s8Document4NodeCfD
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
17155
$0

$s8Document4NodeCfd
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
17155
$0

$s8Document4NodeCyACSgSScig
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
8088
4308
$0

$s8Document9YAMLEventOWOe
# Func Hash:
844982797069585453
# Num Counters:
5
# Counter Values:
24561
3713
15161
873
84
$0

$s8Document9YAMLEventOWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
24561
$0

$s8Document9YAMLEventOwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24561
$0

$s8Document9parseYAML_4fileAA4NodeCSays5UInt8VG_SStAA0A5ErrorVYKF
# Func Hash:
325048437571592208
# Num Counters:
14
# Counter Values:
24561
4778
0
0
0
0
0
0
48
0
0
0
0
0
$0

$s8Identity11AbilityListO11isCanonical33_C231CACDF01004A8B582E4A2245DED61LLySbs4SpanVys5UInt8VGFZTf4nd_n
# Func Hash:
1073436552462994707
# Num Counters:
15
# Counter Values:
0
0
1085455
0
83500
83500
83500
250490
250490
166990
0
0
0
0
166990
$0

$s8Identity11AbilityListO15appendCanonical_2toSbs4SpanVys5UInt8VG_5Bytes10ByteBufferVztFZTf4nnd_n
# Func Hash:
228980485667167026
# Num Counters:
165
# Counter Values:
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83500
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Identity11AbilityListO8containsySbs4SpanVys5UInt8VG_AA0B0VtFZTf4nnd_n
# Func Hash:
545540447545983832
# Num Counters:
28
# Counter Values:
83499
0
2
333996
0
333990
333988
0
0
83499
83499
83499
83499
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83499
$0

$s8Identity11BearerTokenV10lastScheme33_4143B3888911302B7882C16BB33E3F97LL2inSiSgs4SpanVys5UInt8VG_tFZTf4nd_n
# Func Hash:
502833843987560473
# Num Counters:
17
# Counter Values:
0
0
0
0
167003
0
167002
0
167002
167002
0
0
0
0
0
167002
0
$0

$s8Identity11BearerTokenV13authorizationACs4SpanVys5UInt8VG_tAC5FaultOYKcfC
# Func Hash:
859667638100601121
# Num Counters:
26
# Counter Values:
1
167002
0
0
0
167002
167002
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
167002
0
0
0
$0

$s8Identity11BearerTokenV6bounds33_4143B3888911302B7882C16BB33E3F97LL2inSi5start_Si3endts4SpanVys5UInt8VG_tAC5FaultOYKFZTf4nd_n
# Func Hash:
607699198733006990
# Num Counters:
4
# Counter Values:
1
167002
0
167002
$0

$s8Identity11TokenRecordO11writeLookup2id6prefix4intoySi_s4SpanVys5UInt8VG5Redis0K8PipelineVztFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83501
$0

$s8Identity11TokenRecordO5judge_2id6digest11unixSeconds4intoAC7RefusalOSg5Redis0K5ReplyV_Si6Crypto12SHA256DigestVSiA2AVztAL0K5FaultOYKFZ
# Func Hash:
804816984761641418
# Num Counters:
13
# Counter Values:
0
0
83501
83501
83501
83501
83501
83500
83500
0
0
0
83500
$0

$s8Identity11TokenRecordO7isEmpty33_B9052170F01836ABE6C69F9205885397LLySb5Redis0K5ReplyVFZTf4nd_n
# Func Hash:
536873292752216120
# Num Counters:
4
# Counter Values:
83501
83501
83501
0
$0

$s8Identity12AssertionKeyV11appendLines33_092C3283BEC51BD5B728442357824155LL_2toyAA0B6ClaimsV_5Bytes10ByteBufferVztFZTf4nnd_n
# Func Hash:
228348382948304524
# Num Counters:
50
# Counter Values:
83494
83494
83494
83494
83494
83494
0
83494
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83494
83494
83494
83494
83494
83494
83494
0
$0

$s8Identity12AssertionKeyV6append_11unixSeconds2toyAA0B6ClaimsV_Si5Bytes10ByteBufferVztF
# Func Hash:
1024717265579848395
# Num Counters:
29
# Counter Values:
0
83494
0
83494
0
0
83494
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83494
0
83494
83494
$0

$s8Identity12AssertionKeyVSgWOg
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
2388762
2138280
$0

$s8Identity12CodeExchangeV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s8Identity12EmbedMintingV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
796262
$0

$s8Identity13ClientNetworkV4high3lowACs6UInt64V_AGtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83501
$0

$s8Identity13FailedLookupsV5burst20intervalMilliseconds4seed8capacityACSi_Sis6UInt64VSitcfC
# Func Hash:
1124680650439463261
# Num Counters:
3
# Counter Values:
16380
4
0
$0

$s8Identity14VerifiedTokensV2id2inS2i_tF
# Func Hash:
238984481941143025
# Num Counters:
3
# Counter Values:
83497
0
0
$0

$s8Identity14VerifiedTokensV3org2ins4SpanVys5UInt8VGSi_tF
# Func Hash:
650973720942267334
# Num Counters:
8
# Counter Values:
166994
0
0
0
0
0
0
0
$0

$s8Identity14VerifiedTokensV4find2id6digestSiSgSi_6Crypto12SHA256DigestVtF
# Func Hash:
331779891120093201
# Num Counters:
9
# Counter Values:
83513
83504
83504
83501
83500
0
0
0
0
$0

$s8Identity14VerifiedTokensV4note2in5limitAA9TokenNoteVSi_SitF
# Func Hash:
391331301709030452
# Num Counters:
6
# Counter Values:
83500
83500
0
0
0
0
$0

$s8Identity14VerifiedTokensV4note_2id5limityAA9TokenNoteV_S2itF
# Func Hash:
896858935617602220
# Num Counters:
10
# Counter Values:
83500
83500
83500
83500
83500
0
0
0
0
0
$0

$s8Identity14VerifiedTokensV4slot33_32C0F3317226470266DF41A26055F5E8LL2ofSiSgSi_tFTf4nx_n
# Func Hash:
287486625963098439
# Num Counters:
6
# Counter Values:
83497
83509
83500
83500
0
0
$0

$s8Identity14VerifiedTokensV8capacityACSi_tcfC
# Func Hash:
421769326361004112
# Num Counters:
11
# Counter Values:
32764
32764
2097148
131068
4
4
4
4
4
0
0
$0

$s8Identity14VerifiedTokensV8remember2id6digest3orgySi_6Crypto12SHA256DigestVs4SpanVys5UInt8VGtF
# Func Hash:
40662226831333527
# Num Counters:
24
# Counter Values:
6
83500
83500
3
83497
0
0
3
3
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$s8Identity15AssertionClaimsV6method6target9requestID3org4user05tokenG09abilities5embedACs4SpanVys5UInt8VG_A7PtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83494
$0

$s8Identity15AssertionClaimsVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
166988
$0

$s8Identity8EmbedKeyVSgWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1593164
$0

$s8Identity8EmbedKeyVSgWOi0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
3186328
$0

$s8Identity8EmbedKeyVwet
# Func Hash:
607699200014702880
# Num Counters:
5
# Counter Values:
796582
796582
0
0
0
$0

$s8Identity9TokenNoteV19intervalNanoseconds5burstACSi_SitcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83500
$0

$s8Identity9TokenNoteV19intervalNanoseconds5burstACSi_SitcfcfA0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83496
$0

$s8Identity9TokenNoteV19intervalNanoseconds5burstACSi_SitcfcfA_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83496
$0

$s8Identity9TokenUsesV4note2id11unixSecondsySi_SitF
# Func Hash:
393568427334862680
# Num Counters:
13
# Counter Values:
0
83500
4
11
4
0
4
1
0
0
0
0
0
$0

$s8Identity9TokenUsesV5limitACSi_tcfC
# Func Hash:
948827210722403368
# Num Counters:
7
# Counter Values:
16380
4
0
0
0
0
0
$0

$s8Identity9TokenUsesV5write6prefix4intoSis4SpanVys5UInt8VG_5Redis0I8PipelineVztF
# Func Hash:
393568430286736123
# Num Counters:
13
# Counter Values:
8188
4
2
2
2
0
0
0
0
0
0
0
0
$0

$s8Identity9TokenUsesV6isFullSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83500
$0

$s8Identity9TokenUsesV7confirmyyF
# Func Hash:
694937220620424933
# Num Counters:
6
# Counter Values:
8190
2
2
2
0
0
$0

$s8IdentityAAV3orgs4SpanVys5UInt8VGvg
# Func Hash:
187771963753960191
# Num Counters:
7
# Counter Values:
417494
712760
0
0
0
0
712760
$0

$s8IdentityAAV3set2id3org4user9abilitiesSbSi_s4SpanVys5UInt8VGA2LtF
# Func Hash:
965248893290629366
# Num Counters:
42
# Counter Values:
0
0
167000
0
83500
83500
83500
83500
83500
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
83500
0
0
0
$0

$s8IdentityAAV4users4SpanVys5UInt8VGvg
# Func Hash:
187771963753960191
# Num Counters:
7
# Counter Values:
166988
0
0
0
0
0
0
$0

$s8IdentityAAV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
879764
$0

$s8IdentityAAV6grantsySbAA7AbilityVF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
83499
$0

$s8IdentityAAV9abilitiess4SpanVys5UInt8VGvg
# Func Hash:
187771963753960191
# Num Counters:
7
# Counter Values:
250487
0
0
0
0
0
0
$0

$s8IdentityAAV9tokenTexts4SpanVys5UInt8VGvg
# Func Hash:
187771963753960191
# Num Counters:
7
# Counter Values:
250482
712760
0
0
0
0
712760
$0

$s8Upstream11TargetGroupV12requestBeganyySiF
# Func Hash:
391331301984907091
# Num Counters:
6
# Counter Values:
796254
0
0
0
0
0
$0

$s8Upstream11TargetGroupV12requestEndedyySiF
# Func Hash:
391331301984907091
# Num Counters:
6
# Counter Values:
796254
0
0
0
0
0
$0

$s8Upstream11TargetGroupV4park_6target5Bytes6HandleVSgAH_SitF
# Func Hash:
599005164854750361
# Num Counters:
9
# Counter Values:
796135
796135
0
0
0
0
0
0
0
$0

$s8Upstream11TargetGroupV4take33_619BF6C0F643B98A95D815C2BCD9D168LL_5freshAC6ChoiceOSi_SbtF
# Func Hash:
981446174318863290
# Num Counters:
14
# Counter Values:
796254
0
0
795860
0
0
0
0
0
0
0
0
0
0
$0

$s8Upstream11TargetGroupV6choose3now3key9excluding8avoiding5freshAC6ChoiceOSi_s6UInt64VSgA2MSbtF
# Func Hash:
764657764181019291
# Num Counters:
16
# Counter Values:
0
0
796254
0
796254
0
0
796254
0
0
0
0
0
0
0
0
$0

$s8Upstream11TargetGroupV6forget_6targety5Bytes6HandleV_SitF
# Func Hash:
526279454257226956
# Num Counters:
10
# Counter Values:
9451
275
271
0
0
0
0
0
0
0
$0

$s8Upstream11TargetGroupV9succeededyySiF
# Func Hash:
844982800097388321
# Num Counters:
4
# Counter Values:
796166
0
0
0
$0

$sS2sSTsWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
8640
40
$0

$sSDyq_SgxcigSS_8Document4MarkVTg5
# Func Hash:
1063705162558100101
# Num Counters:
3
# Counter Values:
9363
5690
0
$0

$sSKsSQ7ElementRpzrlE9lastIndex2of0C0QzSgAB_tFSS_Tg5
# Func Hash:
30393574959585884
# Num Counters:
8
# Counter Values:
0
1656
138
138
138
138
138
138
$0

$sSS8UTF8ViewVySsAAVSnySS5IndexVGcigTf4nn_g
# Func Hash:
591567704970721577
# Num Counters:
6
# Counter Values:
7620
0
0
0
7620
3768
$0

$sSSWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
5952
$0

$sSSWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
7668
$0

$sSTsE10allSatisfyyS2b7ElementQzKXEKFSS8UTF8ViewV_Tg568$s8Contract13AttributeNameO9displayedyS2SFZSbyKXEfu0_Sbs5UInt8VXEfU_Tf1cn_n
# Func Hash:
456618553053687054
# Num Counters:
13
# Counter Values:
380
4250
0
0
740
0
0
0
0
0
0
0
4250
$0

$sSTsE21_copySequenceContents12initializing8IteratorQz_SitSry7ElementQzG_tFSS_Tgq5
# Func Hash:
1080275683859617358
# Num Counters:
8
# Counter Values:
11144
2160
2160
0
0
0
0
120
$0

$sSTsE8contains5whereS2b7ElementQzKXE_tKFSS8UTF8ViewV_Tg566$s8Contract12PathTemplateV17unreachableReasonSSSgvgSbs5UInt8VXEfU_Tf1cn_n
# Func Hash:
764657764435379829
# Num Counters:
14
# Counter Values:
0
112
0
0
2472
112
0
0
0
0
0
0
2584
2472
$0

$sSTsSQ7ElementRpzrlE6starts4withSbqd___tSTRd__AAQyd__ABRSlFSs8UTF8ViewV_SSAFVTg5
# Func Hash:
274495772736941247
# Num Counters:
33
# Counter Values:
0
8640
0
0
0
0
0
24
0
7272
0
0
288
0
0
0
0
0
0
0
0
0
0
0
0
0
0
8664
0
0
8640
0
0
$0

$sSTsSQ7ElementRpzrlE6starts4withSbqd___tSTRd__AAQyd__ABRSlFSs_SSTg5
# Func Hash:
495986877865871616
# Num Counters:
8
# Counter Values:
302290
36550
0
3650
0
302290
0
36550
$0

$sSTsSQ7ElementRpzrlE6starts4withSbqd___tSTRd__AAQyd__ABRSlFs10ArraySliceVySJG_SaySJGTg5Tf4nx_n
# Func Hash:
783548774403986280
# Num Counters:
10
# Counter Values:
7088
5584
3296
5160
360
360
0
0
0
2288
$0

$sSTsSQ7ElementRpzrlE8containsySbABFSS_Tg5
# Func Hash:
619802544352864591
# Num Counters:
6
# Counter Values:
3696
32
624
32
32
32
$0

$sSa034_makeUniqueAndReserveCapacityIfNotB0yyF8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLV_Tg5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
24369
48
$0

$sSa034_makeUniqueAndReserveCapacityIfNotB0yyFSS_Tg5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
2138
240
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF4JSON9TapeEntryV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
166993
0
83496
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF5Bytes6HandleV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
578492
0
326326
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF5HTTP20E5EventV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
96185
0
65136
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF5HTTP210HeaderLineV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
31004
0
31004
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF5HTTP211HeaderBlockV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
31004
0
31004
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF5Redis9ReplyNodeV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
250520
0
250520
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF7Gateway10QueuedWorkV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
12324
0
12324
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF8Contract14RuleEvaluationV5PlaceV_s15EmptyCollectionVyAJGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
83496
0
83496
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF8Contract14RuleEvaluationV9ViolationV_s15EmptyCollectionVyAJGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
83495
0
3
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF8Contract7SubjectV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
83496
0
83496
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lFSo10nghttp2_nva_s15EmptyCollectionVyAGGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
213354
0
213354
0
0
0
0
0
0
0
0
0
0
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lFs6UInt32V_s15EmptyCollectionVyAGGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
166993
0
1
0
0
0
0
0
0
0
0
0
0
$0

$sSa17_customRemoveLastxSgyF8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLV_Tg5
# Func Hash:
238984481867023963
# Num Counters:
3
# Counter Values:
24369
0
0
$0

$sSa6append10contentsOfyqd__n_t7ElementQyd__RszSTRd__lF8Contract8JSONPathV4StepO_SayAIGTg5
# Func Hash:
52047013800695382
# Num Counters:
9
# Counter Values:
1328
1328
0
0
0
0
0
0
0
$0

$sSa6append10contentsOfyqd__n_t7ElementQyd__RszSTRd__lF8Document10DiagnosticV_SayAGGTg5
# Func Hash:
52047013800695382
# Num Counters:
9
# Counter Values:
24
1152
144
1272
0
0
0
0
0
$0

$sSa6append10contentsOfyqd__n_t7ElementQyd__RszSTRd__lFSS_SaySSGTg5
# Func Hash:
52047013800695382
# Num Counters:
9
# Counter Values:
2040
2040
0
0
0
0
0
0
0
$0

$sSa6append10contentsOfyqd__n_t7ElementQyd__RszSTRd__lFs5UInt8V_SS8UTF8ViewVTg5
# Func Hash:
5832817452598839
# Num Counters:
10
# Counter Values:
2892
2922
0
2610
627
0
0
0
0
0
$0

$sSa6append10contentsOfyqd__n_t7ElementQyd__RszSTRd__lFs5UInt8V_SayAFGTg5
# Func Hash:
747141664563648086
# Num Counters:
9
# Counter Values:
3504
1300
3472
0
1268
0
0
0
0
$0

$sSay5HTTP210HeaderLineVGWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
427012
$0

$sSaySSGSayxGSKsWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
45804
132
$0

$sSaySo10nghttp2_nvaGWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
426964
$0

$sSays5UInt8VGWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
5156
$0

$sSays5UInt8VGWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
7734
$0

$sSh8containsySbxFSS_Tg5
# Func Hash:
290495009546477486
# Num Counters:
6
# Counter Values:
1184
104
104
1080
1080
1080
$0

$sSlsE5first7ElementQzSgvgSS17UnicodeScalarViewV_Tgq5
# Func Hash:
1029578616116113188
# Num Counters:
16
# Counter Values:
2944
0
2944
0
0
0
0
0
0
0
0
0
0
0
0
0
$0

$sSlsE5split9maxSplits25omittingEmptySubsequences14whereSeparatorSay11SubSequenceQzGSi_S2b7ElementQzKXEtKFSS_Tg5
# Func Hash:
246513013039143028
# Num Counters:
28
# Counter Values:
1152
1392
10344
1344
1344
1248
1560
0
0
0
0
1560
312
0
96
0
0
0
1248
480
0
0
0
0
1560
1560
0
48
$0

$sSlsE9dropFirsty11SubSequenceQzSiFs10ArraySliceVys5UInt8VG_Tg5
# Func Hash:
331779889724359276
# Num Counters:
9
# Counter Values:
320
320
320
9739
0
0
0
0
0
$0

$sSlsE9dropFirsty11SubSequenceQzSiFs10ArraySliceVys5UInt8VG_Tg5
# Func Hash:
886271540078755313
# Num Counters:
4
# Counter Values:
320
320
320
9739
$0

$sSlsSQ7ElementRpzrlE10firstIndex2of0C0QzSgAB_tFSS_Tg5
# Func Hash:
591567704000552887
# Num Counters:
6
# Counter Values:
1536
1536
216
0
0
0
$0

$sSlsSQ7ElementRpzrlE5split9separator9maxSplits25omittingEmptySubsequencesSay11SubSequenceQzGAB_SiSbtFSbABXEfU_SS_TG5
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
1668
1468
$0

$sSlsSQ7ElementRpzrlE5split9separator9maxSplits25omittingEmptySubsequencesSay11SubSequenceQzGAB_SiSbtFSbABXEfU_SS_TG5
# Func Hash:
431494654108067943
# Num Counters:
3
# Counter Values:
3336
2936
400
$0

$sSmsSKRzrlE7popLast7ElementSTQzSgyFSay5Bytes6HandleVG_Tg5
# Func Hash:
844982796012406485
# Num Counters:
4
# Counter Values:
796254
795860
0
0
$0

$sSy5BytesE9utf8Range33_8EEB769BA00000643E5121BA12D2604BLL2of4fromSnySS5IndexVGSgSS_AGtFSS_Tg5
# Func Hash:
510152025678083762
# Num Counters:
17
# Counter Values:
7272
528
312
0
0
0
0
0
0
0
0
0
0
3768
8112
7584
0
$0

$ss10ArraySliceVyAByxGSnySiGcigs5UInt8V_Tg5
# Func Hash:
1096621587626867316
# Num Counters:
5
# Counter Values:
40380
0
0
0
0
$0

$ss11InlineArrayV9repeatingAByxq_Gq__tcfC$31__s5UInt8VTt1g5
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2430640
$0

$ss11InlineArrayV9repeatingAByxq_Gq__tcfC$9__SiTt1g5
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1592844
$0

$ss11_StringGutsV19validateScalarIndexySS0E0VAEF
# Func Hash:
360019387990068195
# Num Counters:
6
# Counter Values:
2944
0
0
0
2944
0
$0

$ss15ContiguousArrayV16_createNewBuffer14bufferIsUnique15minimumCapacity13growForAppendySb_SiSbtFSS_Tg5
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
4400
$0

$ss17_NativeDictionaryV20_copyOrMoveAndResize8capacity12moveElementsySi_SbtF8Contract8JSONPathV4StepO_AF13OverlayChangeV5Place33_13273AF44255D093ECB1E3075DE63B77LLCTg5
# Func Hash:
824893241207108298
# Num Counters:
18
# Counter Values:
0
0
0
0
40
24
0
0
1128
0
48
0
0
0
48
0
0
0
$0

$ss17_NativeDictionaryV20_copyOrMoveAndResize8capacity12moveElementsySi_SbtFSS_8Document4MarkVTg5
# Func Hash:
231439397321152387
# Num Counters:
17
# Counter Values:
0
85
0
6296
0
85
0
3761
0
3459
0
0
0
3459
85
85
85
$0

$ss17_NativeDictionaryV7_insert2at3key5valueys10_HashTableV6BucketV_xnq_ntFSS_8Document4MarkVTg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
19542
0
$0

$ss17_NativeDictionaryV8setValue_6forKey8isUniqueyq_n_xSbtFSS_8Document4MarkVTg5
# Func Hash:
650973723230026183
# Num Counters:
8
# Counter Values:
0
9771
3459
0
0
3761
0
0
$0

$ss17_NativeDictionaryV8setValue_6forKey8isUniqueyq_n_xSbtFSS_8Document4MarkVTg5
# Func Hash:
1096621589445136473
# Num Counters:
5
# Counter Values:
0
9771
3459
0
0
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfC4JSON9TapeEntryV_Tt1g5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
83499
0
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfC8Contract10RuleReportV_Tt1g5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
83497
0
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfCSJ_Tt1gq5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
2160
2160
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfCs5UInt8V_Tt1gq5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
171045
171045
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfCs6UInt32V_Tt1g5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
83499
0
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF4HTTP5FieldV_Tg5
# Func Hash:
326953198419788627
# Num Counters:
9
# Counter Values:
1733
1733
640
0
1093
1733
0
0
701
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Contract8JSONPathV4StepO_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
1656
1656
1656
0
0
1094
0
0
0
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Contract8JSONPathV5MatchV_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
1432
1336
1240
0
192
1336
0
0
93
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Contract9FieldRuleV_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
1958
1966
1112
0
854
1958
0
0
356
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Contract9FieldRuleV_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
1958
1966
1112
0
854
1958
0
0
356
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Document4NodeC5EntryV_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
11339
11307
5001
0
6338
11155
0
0
3843
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Document4NodeC5EntryV_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
22678
22614
10002
0
12676
22310
0
0
7686
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSS_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
13416
12516
8016
0
5400
12420
0
0
2148
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSS_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
6708
6258
4008
0
2700
6210
0
0
1074
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSs_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
2980
2980
1660
0
1320
2980
0
0
755
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSs_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
1788
1788
996
0
792
1788
0
0
453
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFs5UInt8V_Tg5
# Func Hash:
326953198419788627
# Num Counters:
9
# Counter Values:
16569
10927
11893
0
4676
10927
0
0
2464
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFs5UInt8V_Tg5
# Func Hash:
326953200823190764
# Num Counters:
9
# Counter Values:
9468
6244
6796
0
2672
6244
0
0
1408
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFs6UInt32V_Tg5
# Func Hash:
326953200075267470
# Num Counters:
9
# Counter Values:
1422
1224
390
0
1032
1224
0
0
582
$0

$ss22__RawDictionaryStorageC4find_9hashValues10_HashTableV6BucketV6bucket_Sb5foundtx_SitSHRzlF8Contract8JSONPathV4StepO_Tg5
# Func Hash:
495986875643858311
# Num Counters:
10
# Counter Values:
128
200
240
3873
3873
2593
8368
3909
1558
240
$0

$ss22__RawDictionaryStorageC4find_9hashValues10_HashTableV6BucketV6bucket_Sb5foundtx_SitSHRzlFSS_Tg5
# Func Hash:
607699200200471043
# Num Counters:
5
# Counter Values:
179496
174240
172602
277407
12825
$0

$ss22__RawDictionaryStorageC4findys10_HashTableV6BucketV6bucket_Sb5foundtxSHRzlF8Contract8JSONPathV4StepO_Tg5
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
7872
496
$0

$ss22__RawDictionaryStorageC4findys10_HashTableV6BucketV6bucket_Sb5foundtxSHRzlFSS_Tg5
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
277407
$0

$ss22__RawDictionaryStorageC4findys10_HashTableV6BucketV6bucket_Sb5foundtxSHRzlFSays5UInt8VG_Tg5
# Func Hash:
1063705162111847769
# Num Counters:
3
# Counter Values:
2864
560
560
$0

$ss32_copyCollectionToContiguousArrayys0dE0Vy7ElementQzGxSlRzlFSS8UTF8ViewV_Tgq5
# Func Hash:
11922952732531945
# Num Counters:
6
# Counter Values:
136872
136740
0
0
0
19476
$0

$ss32_copyCollectionToContiguousArrayys0dE0Vy7ElementQzGxSlRzlFs0E5SliceVySSG_Tg5
# Func Hash:
694937219800265633
# Num Counters:
6
# Counter Values:
1016
48
48
48
0
0
$0

$ss4SpanV5Bytess5UInt8VRszlE10firstIndex2of4fromSiSgAE_SitF
# Func Hash:
135188634503871849
# Num Counters:
8
# Counter Values:
1926484
3259131
2759801
7482991
6480853
2676123
0
0
$0

$ss4SpanV5Bytess5UInt8VRszlE12decimalValueSiSgyF
# Func Hash:
798733567988067482
# Num Counters:
5
# Counter Values:
2472090
9008754
9008754
2472090
0
$0

$ss4SpanV5Bytess5UInt8VRszlE18equalsIgnoringCaseySbs12StaticStringVF
# Func Hash:
438284565275393183
# Num Counters:
10
# Counter Values:
9130744
9130744
1759362
963182
963182
0
0
0
0
167002
$0

$ss4SpanV5Bytess5UInt8VRszlE6equalsySbAByAEGF
# Func Hash:
599005162715170508
# Num Counters:
10
# Counter Values:
4649279
4649278
796262
796262
2639280
2639276
796262
0
0
0
$0

$ss4SpanV5Bytess5UInt8VRszlE6equalsySbs12StaticStringVF
# Func Hash:
948827210085923616
# Num Counters:
8
# Counter Values:
16
16
83516
16
0
0
0
0
$0

$ss4SpanV5Bytess5UInt8VRszlE7toArraySayAEGyF
# Func Hash:
536873292352938238
# Num Counters:
4
# Counter Values:
30727
804
804
0
$0

$ss4SpanV5Bytess5UInt8VRszlE8containsySbs12StaticStringVF
# Func Hash:
477729238157297754
# Num Counters:
15
# Counter Values:
0
417485
0
0
83497
0
83497
83497
0
0
0
0
0
0
0
$0

__swift_destroy_boxed_opaque_existential_1
# Func Hash:
728453322856651412
# Num Counters:
2
# Counter Values:
8200
3000
$0

__swift_instantiateConcreteTypeFromMangledName
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
293879040
181440
$0

__swift_instantiateConcreteTypeFromMangledNameAbstract
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
2464
0
$0

__swift_instantiateGenericMetadata
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
3392
$0

__swift_memcpy17_8
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
3268
$0

__swift_memcpy1_1
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
6624
$0

__swift_memcpy64_8
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1100
$0

__swift_noop_void_return
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
312665530
$0

__swift_project_boxed_opaque_existential_1
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
4608
864
$0

