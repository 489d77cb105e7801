# IR level Instrumentation Flag
:ir
$s10Operations10StageTimesVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
290070
$0

$s10Operations10StageTimesVySiAA0B0Ocig
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
941519
0
$0

$s10Operations10StageTimesVySiAA0B0Ocis
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
1520763
0
$0

$s10Operations12RequestFactsVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289622
$0

$s10Operations12TraceContextV6append2toy5Bytes10ByteBufferVz_tF
# Func Hash:
510152027660978809
# Num Counters:
18
# Counter Values:
0
289559
0
0
289559
0
0
0
0
0
0
0
0
0
289559
0
0
289559
$0

$s10Operations12TraceContextV9continued2byAcA16IdentifierSourceVz_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289559
$0

$s10Operations12TraceContextV9startedBy9isSampledAcA16IdentifierSourceVz_SbtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289622
$0

$s10Operations14MemoryPressureO8rawValueSivg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
581004
$0

$s10Operations14MemoryPressureOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
2607250
25
$0

$s10Operations14MemoryPressureOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
521450
$0

$s10Operations16IdentifierSourceV11nextNonZeros6UInt64VyF
# Func Hash:
784007056507080604
# Num Counters:
2
# Counter Values:
0
1158425
$0

$s10Operations16IdentifierSourceV13nextRequestIDAA0eF0VyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289622
$0

$s10Operations16IdentifierSourceV4nexts6UInt64VyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289622
$0

$s10Operations8RecorderV3add__8upstreamyAA15UpstreamCounterO_S2itF
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
869724
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
290036
$0

$s10Operations8RecorderV3addyyAA7CounterO_SitF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
3869
$0

$s10Operations8RecorderV3addyyAA7CounterO_SitFfA0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
3869
$0

$s10Operations8RecorderV3setyyAA7CounterO_SitF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
581014
$0

$s10Operations8RecorderV5count33_7CD0618911AEA5B3918A94700FDD2E5ALLyyAA12RequestFactsVF
# Func Hash:
3603318940212956
# Num Counters:
15
# Counter Values:
0
0
2896220
628414
628414
289622
24297
289388
289622
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
289622
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
289622
289620
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
892863
$0

$s14ArgumentParser0A10DefinitionVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1100
$0

$s14ArgumentParser0A4HelpVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1330
$0

$s14ArgumentParser14CompletionKindV0D0OWOe
# Func Hash:
287486627356528169
# Num Counters:
7
# Counter Values:
4060
0
0
0
0
0
0
$0

$s14ArgumentParser14CompletionKindV0D0OWOy
# Func Hash:
287486627356528169
# Num Counters:
7
# Counter Values:
1200
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
17080
$0

$s14ArgumentParser20CommandConfigurationVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
5320
$0

$s14ArgumentParser4NameOWOe
# Func Hash:
844982799169123455
# Num Counters:
5
# Counter Values:
3240
0
2640
600
0
$0

$s14ArgumentParser4NameOWOy
# Func Hash:
844982799169123455
# Num Counters:
5
# Counter Values:
3040
0
2560
480
0
$0

$s14ArgumentParser4TreeC4path12toFirstWhereSayACyxGGSbxXE_tFAA15ParsableCommand_pXp_Tg504$s14a7Parser4c6CA2A15hi25_pXpRszlE4path2toSayAaD_pn6GAaD_pn5_tFSbr3D_pN5XEfU_AaH_pXmTTf1cn_n
# Func Hash:
380228537225799126
# Num Counters:
25
# Counter Values:
1365
99
195
195
0
195
0
60
0
0
15
15
0
0
0
30
0
0
0
45
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
770
2100
$0

$s14ArgumentParser6ParsedOySSGWOy
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
750
1800
$0

$s3TLS10SocketLinkV4sendySiSgSWF
# Func Hash:
1031809832009281179
# Num Counters:
8
# Counter Values:
433
0
107471
0
433
107471
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
444
30937
0
105867
451
105867
12
105867
105794
0
$0

$s3TLS10TLSSessionV11stopReading33_6EFEC576C7DC64A01AB270DD7FBC37CFLLy7Reactor8IOResultOSiF
# Func Hash:
96519926927493313
# Num Counters:
15
# Counter Values:
29557
110
437
29456
0
0
395
0
0
0
0
30003
878
30003
101
$0

$s3TLS10TLSSessionV4sendy7Reactor8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
647472250576353377
# Num Counters:
11
# Counter Values:
106074
106081
106081
0
106081
7
106074
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
12
31503
449
30949
301
117
0
117
$0

$s3TLS10TLSSessionV7receive4into6atMost7Reactor8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
228783575477335413
# Num Counters:
19
# Counter Values:
135201
105198
134828
105198
470
105128
0
134828
134828
30003
104825
0
0
0
0
0
0
0
105198
$0

$s3TLS10TLSSessionVSgWOe
# Func Hash:
212526876123949159
# Num Counters:
2
# Counter Values:
14784
0
$0

$s3TLS10socketRead33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count4reads5Int32Vs13OpaquePointerVSg_Spys4Int8VGSgSiSpySiGSgtF
# Func Hash:
290495010191972072
# Num Counters:
5
# Counter Values:
106330
30937
106330
0
0
$0

$s3TLS10socketRead33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count4reads5Int32Vs13OpaquePointerVSg_Spys4Int8VGSgSiSpySiGSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
137267
$0

$s3TLS11socketWrite33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count7writtens5Int32Vs13OpaquePointerVSg_SPys4Int8VGSgSiSpySiGSgtF
# Func Hash:
290495010191972072
# Num Counters:
5
# Counter Values:
107904
0
107904
0
0
$0

$s3TLS11socketWrite33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count7writtens5Int32Vs13OpaquePointerVSg_SPys4Int8VGSgSiSpySiGSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
107904
$0

$s3TLS13socketControl33_D6113300B15F205D3856FF6CC1B72ABDLL3bio7command6number4dataSis13OpaquePointerVSg_s5Int32VSiSvSgtFTo
# Func Hash:
844982799193813738
# Num Counters:
5
# Counter Values:
1397
1277854
1275994
463
0
$0

$s3TLS16TLSServerContextC11scopeDigest33_0622FEBF65C39910B7475D87D9F806BBLL3for6Crypto06SHA256E0Vs4SpanVys5UInt8VG_tF
# Func Hash:
631255616765942558
# Num Counters:
6
# Counter Values:
153924
4878
606
542
0
0
$0

$s3TLS17ticketKeyCallback7session4name6vector6cipher3mac9isSealings5Int32Vs13OpaquePointerVSg_Spys5UInt8VGSgAq2mJtF
# Func Hash:
278041625210691582
# Num Counters:
16
# Counter Values:
9696
606
606
606
606
606
0
0
0
0
606
0
0
606
0
0
$0

$s3TLS9TransportV11withSessionyxSgxAA10TLSSessionVXElF
# Func Hash:
1120623731590486676
# Num Counters:
7
# Counter Values:
1830
0
0
0
1818
1830
1830
$0

$s3TLS9TransportV4markyy7Reactor5EventVF
# Func Hash:
948827211026951032
# Num Counters:
8
# Counter Values:
494250
492863
494250
922
106286
106909
654
0
$0

$s3TLS9TransportV4sendy7Reactor8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
694937219341510735
# Num Counters:
7
# Counter Values:
388301
106081
388301
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
1344
618
618
606
204
204
188
$0

$s3TLS9TransportV7canReadSbvg
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
90891
385577
$0

$s3TLS9TransportV7receive4into6atMost7Reactor8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
974670607303659097
# Num Counters:
8
# Counter Values:
388194
134828
386355
1839
386355
1744
386355
0
$0

$s3TLS9TransportV9handshakeAA15HandshakeResultOyF
# Func Hash:
713055969664032657
# Num Counters:
14
# Counter Values:
0
2104
2099
2099
606
12
1481
0
0
0
0
0
1062
1493
$0

$s3TLS9TransportVSgWOe
# Func Hash:
212526876123949159
# Num Counters:
2
# Counter Values:
946413
12096
$0

$s4HTTP11BodyFramingOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
4770374
35
$0

$s4HTTP11BodyFramingOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
999211165914796008
# Num Counters:
12
# Counter Values:
0
0
301899
199614
102285
856184
0
0
0
856184
0
0
$0

$s4HTTP11RequestHeadV12setAuthority_2atys4SpanVys5UInt8VG_SitAA13ProtocolFaultOYKF
# Func Hash:
311275476624225234
# Num Counters:
25
# Counter Values:
0
0
0
289622
0
0
0
0
0
0
0
0
0
0
0
0
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
289622
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
289622
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
2800733
0
0
0
0
0
0
$0

$s4HTTP11RequestHeadV5HTTP1E11resolveHostyys4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
1127386593213747140
# Num Counters:
10
# Counter Values:
0
187158
187158
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
24344
162814
0
0
0
24344
$0

$s4HTTP11RequestHeadV5HTTP1E17resolveConnectionyys4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
876259028759418906
# Num Counters:
12
# Counter Values:
0
187158
0
0
0
0
0
0
0
187158
187158
0
$0

$s4HTTP11RequestHeadV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
579244
$0

$s4HTTP11RequestHeadV5value2ofAA5FieldVSgAA0F4NameO_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
857047
$0

$s4HTTP11RequestHeadV9setTarget_2atys4SpanVys5UInt8VG_SitAA13ProtocolFaultOYKF
# Func Hash:
5832819872135522
# Num Counters:
10
# Counter Values:
0
0
289622
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
1090372
$0

$s4HTTP12FieldNameSetV4withyAcA0bC0OF
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
1227420
1227420
$0

$s4HTTP12FieldNameSetV5unionyA2CF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
476662
$0

$s4HTTP12FieldNameSetV6insertyyAA0bC0OF
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
892971
892971
$0

$s4HTTP12FieldNameSetV8containsySbAA0bC0OF
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
4233467
4233467
$0

$s4HTTP12FieldNameSetV9forwardedACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289559
$0

$s4HTTP12FieldNameSetVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
187103
$0

$s4HTTP12FieldNameSetVyAcA0bC0OcfC
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
409140
409140
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
289380
0
0
0
0
0
0
289380
0
289380
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
579010
$0

$s4HTTP12ResponseHeadV5value2ofAA5FieldVSgAA0F4NameO_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
313688
$0

$s4HTTP12ResponseHeadV7GatewayE8addField33_C3557478FCE6C79C81B5C30D58D3EA37LL_5known4fromys12StaticStringV_AA0F4NameOSitF
# Func Hash:
568347512184164983
# Num Counters:
25
# Counter Values:
338024
0
0
338024
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
338024
0
0
0
$0

$s4HTTP14AuthorityPartsVyACSgs4SpanVys5UInt8VGcfCTf4nd_n
# Func Hash:
410346286346171131
# Num Counters:
34
# Counter Values:
0
0
0
2896189
2606598
2606598
868773
289622
289622
0
0
0
0
289622
289591
289591
0
0
289591
0
289591
0
0
0
0
0
0
0
0
0
0
0
0
289591
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
4633952
3765086
868866
289622
289622
0
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfC
# Func Hash:
702941992757231615
# Num Counters:
3
# Counter Values:
2147592
0
0
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfcfA2_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
338024
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfcfA3_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
338024
$0

$s4HTTP6MethodO8rawValues5UInt8Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289812
$0

$s4HTTP6MethodOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
17177472
80
$0

$s4HTTP6MethodOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1073591
$0

$s4HTTP6MethodOyACs4SpanVys5UInt8VGcfC
# Func Hash:
163404894923419332
# Num Counters:
33
# Counter Values:
0
24344
0
265278
0
0
0
0
0
0
97376
0
795834
0
0
289622
0
0
0
0
0
0
0
0
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
187095
0
0
0
187095
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
187095
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
374316
10
$0

$s4HTTP6TargetV4FormOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
187158
$0

$s4HTTP8CleaningV5cleanyyAA11RequestHeadVzF
# Func Hash:
396664720697486228
# Num Counters:
16
# Counter Values:
362653
362668
15
362668
362668
289622
289622
15
0
0
0
0
0
289622
362653
362653
$0

$s4HTTP8CleaningV5cleanyyAA12ResponseHeadVzFZ
# Func Hash:
599005162883496039
# Num Counters:
9
# Counter Values:
0
1446900
289380
289380
289380
289380
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
289622
$0

$s4HTTP9FieldListV13dropNominatedyy5Bytes10ByteBufferVF
# Func Hash:
842476042706710696
# Num Counters:
55
# Counter Values:
0
0
289395
0
0
289395
289395
0
289395
0
0
0
1446962
289395
289395
289380
289380
2604495
0
0
0
1446962
289395
289395
289395
289395
0
0
0
289395
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
289395
0
289380
0
$0

$s4HTTP9FieldListV4dropyyAA0B4NameOF
# Func Hash:
650973719198054430
# Num Counters:
8
# Counter Values:
824524
0
386867
386867
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
1707104
0
162810
0
0
1707104
1707104
0
162842
32
1544294
0
3414208
1707104
2305311
2183642
1707104
1707104
1707104
476538
1707104
1707104
1707104
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
476538
0
313724
0
313724
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
476538
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
2171716
2974665
2974665
838917
838917
838917
0
0
0
2171716
2171716
$0

$s4HTTP9FieldListV6appendyyAA0B0VF
# Func Hash:
764657767045738059
# Num Counters:
14
# Counter Values:
3320
2147592
2144272
0
779
2147592
0
0
0
1402
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
681232
0
$0

$s4HTTP9FieldListV9removeAllyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
682346
$0

$s4HTTP9FieldListVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1472
$0

$s4HTTP9FieldListVyAA0B0VSicig
# Func Hash:
515675265264172723
# Num Counters:
7
# Counter Values:
2147372
0
0
0
0
0
289387
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
476538
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
476538
0
476538
$0

$s4HTTP9FieldNameO4long33_94CAE3428E7AD4826FF46F14D729F9BDLLyACSi_s7UnicodeO6ScalarVtFZ
# Func Hash:
153077738912009249
# Num Counters:
37
# Counter Values:
651791
0
313724
24343
313724
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24343
0
0
0
0
0
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
476538
0
1043650
0
476538
2123292
2286106
3642432
2123292
1809568
1043650
1043650
0
1157777
651791
1809568
0
1809568
24343
1471501
1043650
1043650
476538
0
289380
0
0
391859
0
0
0
0
0
0
0
0
0
289380
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
289380
0
0
0
102464
0
0
0
0
0
0
0
0
0
0
0
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
2556732
0
0
0
0
0
0
0
2
24300
24300
2
8
0
0
0
0
0
0
0
416017
289395
0
0
0
0
0
0
0
0
0
0
391673
0
0
0
0
313724
102464
0
0
0
24343
0
0
0
0
391673
0
391665
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
579902
$0

$s4HTTP9MethodSetV8containsySbAA0B0OF
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
289622
289622
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
24297
0
0
0
315860
0
0
0
0
0
0
315860
97188
0
121483
24297
0
72891
0
97188
97188
72891
0
0
0
24296
0
0
0
0
0
0
0
0
97188
97188
0
0
1
0
24296
0
0
0
0
0
0
0
0
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
72891
$0

$s4JSON4TapeV5close33_0BC6BB3A8F07BFC11DF4A6EF97C49C97LLyyF
# Func Hash:
135188633616951842
# Num Counters:
7
# Counter Values:
24296
0
0
0
0
0
0
$0

$s4JSON4TapeV5parseyys4SpanVys5UInt8VGAA9JSONFaultOYKF
# Func Hash:
1124680652709353083
# Num Counters:
3
# Counter Values:
24297
0
1
$0

$s4JSON4TapeV5value33_0BC6BB3A8F07BFC11DF4A6EF97C49C97LLyAC11ExpectationAELLOs4SpanVys5UInt8VG_SiztAA9JSONFaultOYKF
# Func Hash:
1076343311719822306
# Num Counters:
58
# Counter Values:
24296
24297
364455
24296
24296
0
0
0
0
72891
0
0
24297
1
0
1
1
97187
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
24297
24297
$0

$s4JSON4TapeV9removeAllyyF
# Func Hash:
536873293986372656
# Num Counters:
3
# Counter Values:
24299
48593
24299
$0

$s4JSON4TapeVyAA0B5EntryVSicig
# Func Hash:
886271540078755313
# Num Counters:
4
# Counter Values:
24296
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
170072
7
$0

$s4JSON8JSONKindOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24296
$0

$s4JSON9TapeEntryV11isContainerSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
48592
$0

$s5Bytes10ByteBufferV10OperationsE13appendLogTextyys4SpanVys5UInt8VGF
# Func Hash:
616151149261292514
# Num Counters:
45
# Counter Values:
0
2174
2174
2174
0
0
0
0
0
0
0
0
0
0
0
0
0
178
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
34156
0
0
0
0
0
0
0
893
0
0
888
0
0
0
893
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
211397
0
0
211397
0
0
211397
0
0
0
0
0
0
0
0
0
0
0
211397
211397
211397
$0

$s5Bytes10ByteBufferV5HTTP1E12appendFields_6excepty4HTTP11RequestHeadV_AG12FieldNameSetVtF
# Func Hash:
798733565333678626
# Num Counters:
4
# Counter Values:
289559
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
187103
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
187103
$0

$s5Bytes10ByteBufferV5HTTP1E12appendFields__6excepty4HTTP9FieldListV_s4SpanVys5UInt8VGAG0I7NameSetVtF
# Func Hash:
987649781482391828
# Num Counters:
35
# Counter Values:
187103
1533662
1346560
235739
688043
476662
688043
476662
688043
688043
688043
374190
313853
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
923782
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
211397
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
476662
0
0
0
476662
$0

$s5Bytes10ByteBufferV5HTTP1E16appendStatusLineyySiF
# Func Hash:
348981006889740347
# Num Counters:
25
# Counter Values:
270
187103
0
0
187103
0
0
0
0
187103
0
0
0
0
0
0
0
0
0
0
0
0
187103
187103
187103
$0

$s5Bytes10ByteBufferV5HTTP1E17appendRequestLineyy4HTTP0F4HeadVF
# Func Hash:
181107447097457563
# Num Counters:
14
# Counter Values:
0
0
289559
0
0
0
0
0
0
0
0
0
0
289559
$0

$s5Bytes10ByteBufferV5HTTP1E6append33_B175B154E029643F99CECF9A15C0B325LL4name_ys4SpanVys5UInt8VG_ALtF
# Func Hash:
176885380821353458
# Num Counters:
13
# Counter Values:
0
235739
0
0
235739
0
0
0
0
0
0
235739
235739
$0

$s5Bytes10ByteBufferV6append3hex6digitsys6UInt64V_SitF
# Func Hash:
1080275683104725473
# Num Counters:
8
# Counter Values:
2654403
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
97176
0
0
0
24294
0
0
0
0
0
0
0
$0

$s5Bytes10ByteBufferV6append7decimalySi_tF
# Func Hash:
1096621587879511729
# Num Counters:
5
# Counter Values:
1114085
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
632009
4616564
2102787
1328185
359
121732
0
0
0
0
0
0
0
0
0
0
1960194
0
$0

$s5Bytes10ByteBufferV6append_2ofySnySiG_ACtF
# Func Hash:
928018417569938719
# Num Counters:
6
# Counter Values:
102464
0
0
0
0
0
$0

$s5Bytes10ByteBufferV6appendyys4SpanVys5UInt8VGF
# Func Hash:
151646353431188724
# Num Counters:
10
# Counter Values:
5073634
2059
1484187
924738
971312
321414
538026
48604
0
0
$0

$s5Bytes10ByteBufferV7ReactorE6append33_D7F57C86E42192784756FA048BF79F16LL6dottedys6UInt32V_tF
# Func Hash:
5832819065509431
# Num Counters:
10
# Counter Values:
579212
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
579193
0
579193
$0

$s5Bytes10ByteBufferV8makeRoomyySiF
# Func Hash:
98854854085322255
# Num Counters:
11
# Counter Values:
4361
0
257
0
0
0
0
0
0
0
0
$0

$s5Bytes10ByteBufferVfD
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
1408
0
$0

$s5Bytes14SharedCountersC3add_2toySi_SitF
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
3602606
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
581019
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
61425
20485
15
15
15
15
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
20470
0
15
0
0
$0

$s5Bytes4RingV8popFirstxSgyF5Redis0E8PipelineV7Waiting33_37D69673F010C4CD471CB2C0650163B1LLV_Tg5
# Func Hash:
334492584632381020
# Num Counters:
5
# Counter Values:
24354
24354
0
0
1
$0

$s5Bytes4SlabVAARi_zrlE4freeyyAA6HandleVF7Gateway10DownstreamV_Tg5
# Func Hash:
650973721842176198
# Num Counters:
8
# Counter Values:
103344
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
289622
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
693780
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
103344
0
0
8
8
8
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
289622
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

$s5Bytes4SlabVAARi_zrlE4takeAA6HandleVSgyFAA10ByteBufferV_Tg5
# Func Hash:
927205940829457308
# Num Counters:
10
# Counter Values:
693950
0
0
70
10
70
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
204242
204242
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVciM7Gateway11SessionSlotV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
613509
613509
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVciM7Gateway12UpstreamLinkV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
289831
289831
$0

$s5HTTP110BodyReaderV11hasTrailersSbvg
# Func Hash:
93478048643092241
# Num Counters:
7
# Counter Values:
0
0
102285
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
313677
313677
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
627354
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
313677
313677
0
0
0
0
0
627354
0
0
0
313677
0
0
0
0
0
0
0
0
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
313724
265278
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
578760
578760
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
476538
0
476538
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
585818
585818
187158
585818
2994528
0
187158
187158
0
0
0
0
0
0
187158
0
0
0
0
0
0
0
0
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
187158
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
374316
187158
187158
187158
0
187158
187158
0
0
0
0
0
0
0
0
0
0
187158
0
0
0
0
0
0
0
0
0
0
187158
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
290502
$0

$s5HTTP114ResponseParserV10statusLine33_9EC89E452E65DDAE1AE35A727A2C7B18LLyys4SpanVys5UInt8VG_SnySiG4HTTP0B4HeadVztAL13ProtocolFaultOYKFTf4nnnd_n
# Func Hash:
225960588347869723
# Num Counters:
33
# Counter Values:
289380
0
0
289380
0
289380
0
0
578760
0
289380
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
289380
$0

$s5HTTP114ResponseParserV5parse_9answering6limits4intoSiSg5Bytes10ByteBufferV_4HTTP6MethodOAL10HeadLimitsVAL0bM0VztAL13ProtocolFaultOYKF
# Func Hash:
57181829933742293
# Num Counters:
26
# Counter Values:
1446900
289380
578760
289380
0
289380
0
289380
289380
0
0
0
0
0
0
0
0
289380
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
579867
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
187143
0
0
0
0
0
15
289380
15
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
394760
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
102464
240
102464
0
0
0
$0

$s5HTTP20A7SessionV11blockStreams5Int32Vvg
# Func Hash:
1063705162462123496
# Num Counters:
3
# Counter Values:
13966
0
0
$0

$s5HTTP20A7SessionV11readRequest_4intoySi_4HTTP0D4HeadVztAF13ProtocolFaultOYKF
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
0
102464
$0

$s5HTTP20A7SessionV12forgetEventsyyF
# Func Hash:
1124680650602959256
# Num Counters:
3
# Counter Values:
28985
0
0
$0

$s5HTTP20A7SessionV4send__4ends11hasTrailers4into9outputMaxAC4SentVs5Int32V_5Bytes10ByteBufferVS2bAOzSitF
# Func Hash:
1031809833824145520
# Num Counters:
7
# Counter Values:
102285
0
0
0
0
0
102285
$0

$s5HTTP20A7SessionV5eventyAA0A5EventVSiF
# Func Hash:
238984481941143025
# Num Counters:
3
# Counter Values:
307393
0
0
$0

$s5HTTP20A7SessionV5flush4into9outputMaxy5Bytes10ByteBufferVz_SitF
# Func Hash:
798733565531172365
# Num Counters:
4
# Counter Values:
204791
160673
160673
0
$0

$s5HTTP20A7SessionV5owner2ofs6UInt64Vs5Int32V_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
102464
$0

$s5HTTP20A7SessionV7consume_2ofySi_s5Int32VtF
# Func Hash:
238984484777895808
# Num Counters:
3
# Counter Values:
102464
0
0
$0

$s5HTTP20A7SessionV7isAliveSbvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
58382
6
$0

$s5HTTP20A7SessionV7receiveySb5Bytes10ByteBufferVF
# Func Hash:
798733565333678626
# Num Counters:
4
# Counter Values:
13966
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
102704
0
0
13966
13966
0
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
647472253287751690
# Num Counters:
10
# Counter Values:
102285
102285
0
0
0
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
102285
0
$0

$s5HTTP20A7SessionV8setOwner_2ofSbs6UInt64V_s5Int32VtF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
204928
$0

$s5HTTP210FrameMeterV4next_4fromAC6HeaderVSgs4SpanVys5UInt8VG_SiztF
# Func Hash:
331779891727442092
# Num Counters:
8
# Counter Values:
924336
13966
102704
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
102285
102285
102285
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
543082173182648027
# Num Counters:
31
# Counter Values:
409140
0
204570
409140
0
0
0
409140
0
0
0
0
102221
64
0
102285
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
102285
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
1024640
0
922176
512320
717248
409856
0
102464
102464
0
0
102464
102464
0
102464
0
0
0
0
0
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
1011107405436302041
# Num Counters:
25
# Counter Values:
102285
102285
102285
102285
102285
102285
102285
102285
102285
102285
0
0
0
102285
0
0
0
0
0
0
102285
97659
102285
0
0
$0

$s5HTTP211readContent7session6stream4room0F5Count5flags6source4userSis13OpaquePointerVSg_s5Int32VSpys5UInt8VGSgSiSpys6UInt32VGSgSpySo013nghttp2_data_I0aGSgSvSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
102285
$0

$s5HTTP212SessionStateV10beginBlockyys5Int32VF
# Func Hash:
844982798245712258
# Num Counters:
4
# Counter Values:
102464
64
0
192
$0

$s5HTTP212SessionStateV10readMethod33_41917B64B682BCFD7E9332B7287A5AECLL_4intoyAA11HeaderBlockV_4HTTP11RequestHeadVztAI13ProtocolFaultOYKF
# Func Hash:
400170275565862594
# Num Counters:
39
# Counter Values:
307392
0
307392
0
0
102464
102464
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
102464
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
271263513112893899
# Num Counters:
10
# Counter Values:
0
0
102464
0
0
0
0
0
0
102464
$0

$s5HTTP212SessionStateV11readRequest_4intoySi_4HTTP0E4HeadVztAF13ProtocolFaultOYKF
# Func Hash:
1028299011664610448
# Num Counters:
42
# Counter Values:
102464
0
0
0
0
0
102464
102464
0
0
0
0
0
0
102464
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
616859554318946539
# Num Counters:
25
# Counter Values:
0
0
0
0
102464
0
0
0
0
0
0
0
0
0
0
0
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
102656
64
102464
264
0
$0

$s5HTTP212SessionStateV6forgetyyF
# Func Hash:
331779887575906934
# Num Counters:
8
# Counter Values:
13902
13966
64
0
75
0
13891
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
689862870231838797
# Num Counters:
51
# Counter Values:
512320
0
512320
0
0
512320
409856
0
0
0
0
102464
0
0
102464
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
0
0
0
0
0
0
0
0
0
0
0
0
0
191
0
0
0
102464
102464
0
$0

$s5HTTP212SessionStateV8endBlock7isFirst10endsStream5ownerySb_Sbs6UInt64VtF
# Func Hash:
5832820002913705
# Num Counters:
10
# Counter Values:
102464
102464
0
0
0
0
0
0
56
0
$0

$s5HTTP214onBeginHeaders33_F41603D9196A024A7275728E92D27D5DLL7session5frame4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_M0aGSgSvSgtFTo
# Func Hash:
431494654108067943
# Num Counters:
3
# Counter Values:
102464
102464
0
$0

$s5HTTP27onClose33_F41603D9196A024A7275728E92D27D5DLL7session6stream4code4users5Int32Vs13OpaquePointerVSg_AIs6UInt32VSvSgtF
# Func Hash:
567991001761753938
# Num Counters:
13
# Counter Values:
102285
102285
0
0
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
102285
$0

$s5HTTP27onFrame33_F41603D9196A024A7275728E92D27D5DLL7session5frame4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_L0aGSgSvSgtF
# Func Hash:
528554515230074452
# Num Counters:
20
# Counter Values:
0
102704
102704
102704
0
0
64
128
0
0
0
64
0
102464
0
102464
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
102704
$0

$s5HTTP28onHeader33_F41603D9196A024A7275728E92D27D5DLL7session5frame4name0M5Count5value0oN05flags4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_L0aGSgSPys5UInt8VGSgSiAXSiAVSvSgtFTo
# Func Hash:
431494654108067943
# Num Counters:
3
# Counter Values:
512320
512320
0
$0

$s5Quota0A5DebitO6credit2in5limitAC6CreditVSg5Redis0G5ReplyV_AA0A5LimitVtFZTf4nnd_nTf4nx_n
# Func Hash:
1124680650843380658
# Num Counters:
4
# Counter Values:
24301
24301
24301
24299
$0

$s5Quota0A5DebitO8decision2in5limit11unixSecondsAA0A8DecisionV5Redis0I5ReplyV_AA0A5LimitVSitAJ0I5FaultOYKFZTf4nnnd_nTf4nxn_n
# Func Hash:
948827213050670811
# Num Counters:
7
# Counter Values:
0
0
24301
24301
24299
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
24300
0
24300
24300
0
24296
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
97245
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
24301
0
24300
0
0
0
24301
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
24339
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
289622
$0

$s5Quota9AdmissionV6askAll4slot4desk3nowAA7VerdictOSgSi_AA0B4DeskVzAA6MomentVtF
# Func Hash:
861549538789820802
# Num Counters:
24
# Counter Values:
24339
24339
24339
0
0
3
0
24339
24336
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24339
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
24297
24305
1
1
24297
0
24297
0
2
24304
0
24304
24301
0
3
24301
0
24298
24301
24296
1
0
1
24300
0
1
0
0
0
0
0
0
24301
24300
0
0
$0

$s5Quota9AdmissionV7receive4desk3nowAA7VerdictOSgAA0B4DeskVz_AA6MomentVtF
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
72902
24305
$0

$s5Quota9AdmissionV7takeOrg031_3721A8715FC1D76B2E94B721F35A87H0LLyyAA0B4DeskVz5Redis0N5FaultOYKF
# Func Hash:
556960143678641017
# Num Counters:
13
# Counter Values:
0
24300
24300
24300
24296
0
24300
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
24301
24301
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
24300
24297
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
25948
25937
3356
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
73050
20
0
73807
0
$0

$s5Redis0A4LinkV7isReadySbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
25140
$0

$s5Redis0A5ReplyV12holdsStringsSbvg
# Func Hash:
391331300074903742
# Num Counters:
9
# Counter Values:
72903
0
0
0
121505
121505
24301
0
0
$0

$s5Redis0A5ReplyV13holdsIntegersSbvg
# Func Hash:
844982798567448867
# Num Counters:
4
# Counter Values:
72903
72903
24301
0
$0

$s5Redis0A5ReplyV4KindOAESQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1458048
12
$0

$s5Redis0A5ReplyV4KindOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
194404
$0

$s5Redis0A5ReplyV4kindAC4KindOvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
218704
$0

$s5Redis0A5ReplyV5bytess4SpanVys5UInt8VGvg
# Func Hash:
886271540078755313
# Num Counters:
4
# Counter Values:
121505
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
97203
$0

$s5Redis0A5ReplyV7elementyACSiF
# Func Hash:
141929913297720217
# Num Counters:
11
# Counter Values:
0
291604
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
97202
$0

$s5Redis0A5ReplyV9errorCodeAA0a5ErrorD0OSgvg
# Func Hash:
334492584632381020
# Num Counters:
5
# Counter Values:
97225
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
11568200
$0

$s5Redis0A8PipelineV12openArgument33_4124C0345295F4F7A19169F676B9F0DALLyySiF
# Func Hash:
1127386591564868381
# Num Counters:
10
# Counter Values:
0
0
219159
0
0
0
0
0
0
219159
$0

$s5Redis0A8PipelineV4nexts6UInt64VSgyAA0A5FaultOYKF
# Func Hash:
421769329831247900
# Num Counters:
11
# Counter Values:
0
0
73827
73050
0
73050
0
24354
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
24343
24343
24343
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
48687
0
0
0
0
0
0
48687
$0

$s5Redis0A8PipelineV5replyAA0A5ReplyVvg
# Func Hash:
948827209916433103
# Num Counters:
7
# Counter Values:
121546
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
97370
1
0
97370
0
0
0
0
0
97370
$0

$s5Redis0A8PipelineV6expect_7replies15nowMillisecondsSbs6UInt64V_SiAHtF
# Func Hash:
1080275684092440338
# Num Counters:
8
# Counter Values:
24354
24354
0
0
0
0
0
24311
$0

$s5Redis0A8PipelineV7hasRoomSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24501
$0

$s5Redis0A8PipelineV8argument7decimalySi_tF
# Func Hash:
1083424334006814278
# Num Counters:
12
# Counter Values:
0
219145
48688
0
0
73039
0
0
0
0
0
73039
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
24343
0
1
0
24343
0
0
0
0
0
0
0
0
0
0
0
24343
24343
$0

$s5Redis0A8PipelineV8argumentyys12StaticStringVF
# Func Hash:
863177882791992354
# Num Counters:
16
# Counter Values:
0
0
24405
0
0
24405
0
0
0
0
0
0
0
0
24405
24405
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VGF
# Func Hash:
753202735163919470
# Num Counters:
7
# Counter Values:
0
0
24343
0
0
0
24343
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VG_s12StaticStringVA2ItF
# Func Hash:
909019275923364243
# Num Counters:
23
# Counter Values:
0
0
24343
0
0
0
24343
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24343
24343
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VG_s12StaticStringVAItF
# Func Hash:
548435501198807392
# Num Counters:
18
# Counter Values:
0
0
48686
0
0
48686
0
0
0
0
0
0
0
0
0
0
48686
48686
$0

$s5Redis0A8PipelineV8capacityACSi_tcfCTf4nd_n
# Func Hash:
391331303380022104
# Num Counters:
6
# Counter Values:
81915
5
5
5
0
0
$0

$s5Redis10ReplyArenaV3add6string4kind6parentSis4SpanVys5UInt8VG_AA0aB0V4KindOSitF
# Func Hash:
11922952551807604
# Num Counters:
6
# Counter Values:
73053
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
316478
5
73050
170400
73028
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
73053
73053
73053
73053
73033
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
73053
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int32VtcfU0_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
73028
73028
73028
0
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int32VtcfU0_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
73028
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int64VtcfU1_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
73031
73031
73031
73029
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int64VtcfU1_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
73031
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSgcfU2_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
97366
97366
97366
97366
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSgcfU2_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
97366
$0

$s6Crypto10HMACSHA256V6finishAA12SHA256DigestVyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24294
$0

$s6Crypto12SHA256DigestV2eeoiySbAC_ACtFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
48644
$0

$s6Crypto12SHA256DigestV2eeoiySbAC_ACtFZTf4nnd_n
# Func Hash:
886271542793821084
# Num Counters:
4
# Counter Values:
194576
48644
0
0
$0

$s6Crypto12SHA256DigestV3hexACSgs4SpanVys5UInt8VG_tcfC
# Func Hash:
157411393043090532
# Num Counters:
13
# Counter Values:
777632
194408
194408
24301
0
24301
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
24908
$0

$s6Crypto12SHA256DigestV4zeroACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
315318
$0

$s6Crypto12SHA256DigestV6prefixs6UInt64Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24300
$0

$s6Crypto12SHA256DigestV9finishingACSo14SHA256state_stVz_tc33_02B62C1CE20F60A4B4E8F9F6A8282357LlfCTf4nd_n
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
48588
$0

$s6Crypto13HMACSHA256KeyV12authenticateyAA12SHA256DigestVs4SpanVys5UInt8VGF
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
24294
0
$0

$s6Crypto6SHA256V6digest2ofAA0B6DigestVs4SpanVys5UInt8VG_tFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24347
$0

$s6Crypto6SHA256V6digest2ofAA0B6DigestVs4SpanVys5UInt8VG_tFZTf4nd_n
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
24347
0
$0

$s6Policy0A6ReaderV5holds33_5AD80CB9A1236C05CD4F18612194CA92LL_2inSbSS_Says5UInt8VGtF
# Func Hash:
141929914030261455
# Num Counters:
11
# Counter Values:
1944
104
0
8
16
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
289591
2896189
579213
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
579213
579213
0
0
579213
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
265278
265278
0
4244448
0
265278
0
0
265278
265278
265278
0
265278
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
2030196
35
$0

$s6Policy16UpstreamProtocolOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
290028
$0

$s6Policy7SectionC5valuey8Document4NodeCSgSSF
# Func Hash:
567185241219264811
# Num Counters:
5
# Counter Values:
2344
1408
694
0
864
$0

$s6Policy7SectionC6finishyyF
# Func Hash:
76346324603634370
# Num Counters:
16
# Counter Values:
3758
3218
560
0
0
0
0
196
196
104
0
0
0
0
540
0
$0

$s6Policy8AuthKindOACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1256160
20
$0

$s6Policy8AuthKindOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
338385
$0

$s7Gateway10DownstreamV12keepTrailersyy5HTTP110BodyReaderVF
# Func Hash:
287486628565656535
# Num Counters:
5
# Counter Values:
102285
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
103344
$0

$s7Gateway12SpareBuffersV4lend2toy5Bytes10ByteBufferVz_tF
# Func Hash:
1096621587810342557
# Num Counters:
5
# Counter Values:
694634
693780
0
0
0
$0

$s7Gateway12SpareBuffersV8takeBackyy5Bytes10ByteBufferVzF
# Func Hash:
974670608701670080
# Num Counters:
6
# Counter Values:
60
693950
60
0
0
0
$0

$s7Gateway4WireV11closeStreamyyF
# Func Hash:
1096621591383014837
# Num Counters:
5
# Counter Values:
102464
0
0
0
0
$0

$s7Gateway4WireV12returnOutput2toyAA12SpareBuffersVz_tF
# Func Hash:
567185239711034080
# Num Counters:
5
# Counter Values:
374176
187088
0
187088
0
$0

$s7Gateway4WireV5closeyyF
# Func Hash:
844982800087245094
# Num Counters:
4
# Counter Values:
1344
554
572
1344
$0

$s7Gateway4WireV5flushAC5FlushOyF
# Func Hash:
436124196528013292
# Num Counters:
14
# Counter Values:
491838
491831
491838
491831
0
491838
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
313677
0
0
313677
0
0
0
313677
0
313677
0
313677
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
52047015247498915
# Num Counters:
9
# Counter Values:
289559
0
289559
0
0
0
0
0
0
$0

$s7Gateway6WorkerV10finishTurn33_B1AE266FA9945A5E3D55E94916D6ACCDLLyy5Bytes6HandleVF
# Func Hash:
287486627117652261
# Num Counters:
6
# Counter Values:
242322
242322
241810
217381
217091
0
$0

$s7Gateway6WorkerV10flushRedisyyF
# Func Hash:
93478048189912714
# Num Counters:
7
# Counter Values:
0
2383
22581
3367
0
2383
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
102464
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
289380
289380
0
0
0
0
0
$0

$s7Gateway6WorkerV10openStream33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5HTTP20M5EventV_5Bytes6HandleVAKtF
# Func Hash:
1125207021219350377
# Num Counters:
30
# Counter Values:
102464
0
0
102464
0
0
0
0
102464
0
102464
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
102464
102464
$0

$s7Gateway6WorkerV10readFramesySb5Bytes6HandleVF
# Func Hash:
905547251670392205
# Num Counters:
13
# Counter Values:
43195
13966
13966
0
0
13966
13966
13966
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
307995
307995
0
102285
0
102285
102285
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
102285
0
$0

$s7Gateway6WorkerV10takeEvents33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5Bytes6HandleVF
# Func Hash:
668652233348343992
# Num Counters:
14
# Counter Values:
336378
336378
0
28985
28985
0
28985
28985
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
289380
0
0
289380
289380
289380
289380
289380
289380
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
199383
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
102464
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
421769327692159365
# Num Counters:
12
# Counter Values:
289622
289622
0
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
289380
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
289388
102300
289388
289388
289373
289373
187088
0
0
0
0
$0

$s7Gateway6WorkerV11sendRequestyy5Bytes6HandleV_AGtF
# Func Hash:
1042354058248053532
# Num Counters:
18
# Counter Values:
0
289559
289559
0
24294
0
0
0
0
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
114695
114695
102464
12231
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
24297
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
24297
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
289572
0
0
0
0
0
$0

$s7Gateway6WorkerV12expireTimersyyF
# Func Hash:
236859844772018333
# Num Counters:
27
# Counter Values:
0
0
0
6
6
0
0
0
0
0
25943
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
0
4
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
102285
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
289559
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
58382
58382
58382
15019
0
58382
58382
6
0
58376
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
24297
0
0
$0

$s7Gateway6WorkerV12upstreamTook_6beforey5Bytes6HandleV_SitF
# Func Hash:
141929914079336700
# Num Counters:
12
# Counter Values:
289559
289559
289559
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
102285
5
15
187088
322
187088
187088
187088
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
579390
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
102464
0
52943
0
0
12255
0
0
12231
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
49521
$0

$s7Gateway6WorkerV14agreesToTunnelySb5Bytes6HandleV_AGtF
# Func Hash:
290495009851596049
# Num Counters:
5
# Counter Values:
0
289380
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
289831
289831
289831
289831
450
289831
450
289831
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
289380
289380
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
187111
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
980389
980389
205142
672962
672962
58382
15171
202272
0
7
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
289380
0
289380
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
289380
0
102285
102285
0
0
0
0
0
$0

$s7Gateway6WorkerV15closeDownstreamyy5Bytes6HandleVF
# Func Hash:
701607649803987149
# Num Counters:
13
# Counter Values:
1059
58
12
234
234
234
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV15exchangeForHead33_B1AE266FA9945A5E3D55E94916D6ACCDLLy5Bytes6HandleVSgAHF
# Func Hash:
744641000233708844
# Num Counters:
18
# Counter Values:
0
0
187158
187158
0
0
0
0
0
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
143010
15628
143010
102464
40540
40540
618
0
0
24303
15619
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
289622
0
0
0
0
0
0
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
187103
0
102285
102285
0
102285
0
0
0
0
0
0
0
0
0
0
0
102285
$0

$s7Gateway6WorkerV17continueHandshake33_B1AE266FA9945A5E3D55E94916D6ACCDLLySb5Bytes6HandleVF
# Func Hash:
393568429117685742
# Num Counters:
14
# Counter Values:
2099
2099
12
542
606
0
606
0
0
64
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
331706
331706
331706
39699
5
0
17
$0

$s7Gateway6WorkerV3runyyF
# Func Hash:
613449920473317097
# Num Counters:
112
# Counter Values:
0
0
880
0
0
0
0
494363
0
25061
0
0
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
40
50
203624
289884
795
10
0
0
0
0
0
0
0
0
0
25943
203624
289884
50
0
0
25931
50
0
795
25935
5
0
203624
203275
349
0
289831
5
50
5
5
5
5
0
216013
203275
0
5
0
5
5
0
0
0
0
203275
0
203275
0
0
1481
0
0
0
0
0
0
187502
14898
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
25943
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
24297
0
$0

$s7Gateway6WorkerV4read33_B1AE266FA9945A5E3D55E94916D6ACCDLLySb5Bytes6HandleVF
# Func Hash:
790715556575619769
# Num Counters:
19
# Counter Values:
231619
22
231619
0
146
217645
30100
395
201124
0
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

$s7Gateway6WorkerV4take33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5HTTP20L5EventV_5Bytes6HandleVAKtF
# Func Hash:
341199225187727806
# Num Counters:
25
# Counter Values:
102464
0
0
102273
102464
102273
0
102464
0
192
0
0
0
0
0
0
0
102464
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
24343
0
0
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
102464
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
289622
289622
289622
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
102285
0
0
0
0
0
102285
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
1520793
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
289572
0
289572
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
289622
289572
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
289572
0
0
464
0
0
0
289108
0
0
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
289572
0
0
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
24301
24300
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
24343
24297
0
289572
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
15
0
0
15169
187088
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
24298
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
289844
289572
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
289622
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
426301856355508039
# Num Counters:
24
# Counter Values:
0
0
0
24297
0
0
0
0
0
0
0
0
0
0
0
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
325048438449201032
# Num Counters:
15
# Counter Values:
0
289380
0
0
0
0
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
163404892301935988
# Num Counters:
29
# Counter Values:
0
48726
48726
48726
0
0
0
0
0
0
0
0
0
0
24297
0
0
0
0
0
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
187158
0
187158
0
187158
0
0
0
162814
162814
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
162814
$0

$s7Gateway6WorkerV8readLink33_D9350C46A1AD67917E6D77B9D47F74BFLLySb5Bytes6HandleVF
# Func Hash:
52047013872163568
# Num Counters:
11
# Counter Values:
289831
289831
0
0
289831
289831
451
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
39699
0
39699
1330
0
39666
0
25943
0
3659
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
289831
289559
289559
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
757365
757365
375571
48726
24297
187158
187158
187158
545910
257
257
0
33
43195
289840
0
0
0
0
$0

$s7Gateway6WorkerV9bodyEndedyy5Bytes6HandleVF
# Func Hash:
896858934752100505
# Num Counters:
9
# Counter Values:
0
24297
0
0
0
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
15171
15169
0
0
0
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
102285
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
289379
0
1
0
289831
451
0
0
451
451
451
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
289452
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
289622
289622
0
0
0
0
0
0
0
0
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
568
568
568
44154
75
0
0
0
0
0
0
0
0
568
$0

$s7Gateway6WorkerV9readRedis33_807B7689932544E22AB20A01C7531A74LLyyF
# Func Hash:
909737351365522991
# Num Counters:
157
# Counter Values:
0
0
0
0
0
0
0
2
126
0
73028
0
0
0
72902
0
2
1
0
795
0
0
0
0
0
0
0
777
0
0
0
0
1
0
72902
0
0
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
24301
0
0
1
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
795
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
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
289380
0
0
0
0
0
0
0
0
0
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
1096621587626867316
# Num Counters:
5
# Counter Values:
289380
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
2544
2544
2544
2544
0
3178
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
289831
0
579211
579211
579211
289831
0
0
289831
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
24429
0
0
0
48726
24429
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
13966
13966
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
868591
868591
579210
289380
289380
579211
1
289380
289380
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
289559
0
0
289559
0
289559
0
0
0
0
0
0
0
0
0
0
0
289559
289559
$0

$s7Gateway8ExchangeV10judgeInputyAC4StepOAA5RulesC_8Contract0D5JudgeVztF
# Func Hash:
709651039616300020
# Num Counters:
22
# Counter Values:
24297
24297
0
0
0
0
0
0
24294
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
24294
$0

$s7Gateway8ExchangeV10writeToken33_873AF0945CFD24F575B8E0D39FFC965DLL4intoy5Bytes10ByteBufferVz_tF
# Func Hash:
359601830999297894
# Num Counters:
24
# Counter Values:
289559
0
24294
0
0
24294
0
0
0
24294
0
0
0
0
0
0
0
0
0
0
24294
24294
0
24294
$0

$s7Gateway8ExchangeV11embedClaims5Bytes9ByteRangeVvg
# Func Hash:
619802541936950288
# Num Counters:
7
# Counter Values:
289559
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
289622
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
289622
265278
0
265278
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
289559
0
289559
24294
0
0
289559
0
289559
0
0
289559
24294
289559
0
0
0
0
0
289559
0
0
0
0
0
0
0
0
0
289559
289559
289559
289559
$0

$s7Gateway8ExchangeV12addRequestIDyyF
# Func Hash:
1096621591303031350
# Num Counters:
5
# Counter Values:
289388
0
289388
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
289622
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
24294
265265
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
289559
0
24294
0
24294
0
24294
0
24294
0
0
24294
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24294
24294
0
0
24294
24294
24294
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
24297
24298
0
24297
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
728130258652366154
# Num Counters:
28
# Counter Values:
0
0
24294
0
0
24294
24294
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24294
0
24294
$0

$s7Gateway8ExchangeV14writeForwarded33_873AF0945CFD24F575B8E0D39FFC965DLL4into_y5Bytes10ByteBufferVz_AA12ForwardFactsVtF
# Func Hash:
908303127260518565
# Num Counters:
45
# Counter Values:
0
289559
0
0
289559
0
0
289559
0
0
289559
0
0
289559
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
289559
0
289559
193361
193361
289559
289559
289559
$0

$s7Gateway8ExchangeV15makeRoomForBodyyyF
# Func Hash:
753202734966464348
# Num Counters:
8
# Counter Values:
24297
0
0
0
0
0
0
24297
$0

$s7Gateway8ExchangeV15overridesMethodySbAA5RulesC_8Contract10InputJudgeVztF
# Func Hash:
599005160810955766
# Num Counters:
10
# Counter Values:
289572
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
187088
15
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
24343
265278
0
24344
24343
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
289572
289572
24294
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
289373
0
0
0
$0

$s7Gateway8ExchangeV17findAuthorizationyyF
# Func Hash:
231012522567763198
# Num Counters:
11
# Counter Values:
24344
24343
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

$s7Gateway8ExchangeV5begin3for3nowy5Bytes6HandleV_SitF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289622
$0

$s7Gateway8ExchangeV6record_2toy10Operations12RequestFactsV_AF8RecorderVztF
# Func Hash:
116406622789661046
# Num Counters:
18
# Counter Values:
0
278
0
289622
0
289344
0
0
0
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
289388
24300
0
24300
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
289622
0
265278
289622
0
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
3603321674495391
# Num Counters:
16
# Counter Values:
24344
579213
0
289622
0
289622
24344
289622
289622
289622
289622
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
289575
265278
24297
24297
0
0
24297
0
0
0
0
0
0
24297
$0

$s7Logging16StreamLogHandlerV9timestamp33_6E7337E63240743B1D20B89D82936000LLSSyF
# Func Hash:
536873292885467994
# Num Counters:
3
# Counter Values:
3810
15
0
$0

$s7Reactor10DescriptorVwxx
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1359
15
$0

$s7Reactor10TimerWheelV12earliestSlot33_217BF0DCE4151539B2609F7314EB9F8CLLSi4list_Si5starttSgyF
# Func Hash:
1096621587452368558
# Num Counters:
5
# Counter Values:
106993
52030
52005
0
0
$0

$s7Reactor10TimerWheelV15nowMillisecondsACSi_tcfC
# Func Hash:
146835646621254984
# Num Counters:
2
# Counter Values:
4480
10
$0

$s7Reactor10TimerWheelV19timeoutMilliseconds3nowS2i_tF
# Func Hash:
1096621587360071799
# Num Counters:
5
# Counter Values:
25935
0
25950
0
0
$0

$s7Reactor10TimerWheelV4link33_217BF0DCE4151539B2609F7314EB9F8CLLyys6UInt32VF
# Func Hash:
141929911054158372
# Num Counters:
11
# Counter Values:
6121
5916
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
3987
127
127
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
994704
989917
0
0
$0

$s7Reactor10TimerWheelV6expire3nows6UInt32VSgSi_tF
# Func Hash:
247671766909679932
# Num Counters:
10
# Counter Values:
3981
127
2387
6
25953
0
0
0
0
10
$0

$s7Reactor10TimerWheelV6unlink33_217BF0DCE4151539B2609F7314EB9F8CLLyys6UInt32VF
# Func Hash:
128035615982146137
# Num Counters:
18
# Counter Values:
920
4384
0
54
4231
0
0
0
0
0
0
0
0
0
0
0
0
181
$0

$s7Reactor10TimerWheelV8schedule_14atMillisecondsys6UInt32V_SitF
# Func Hash:
896858935704670625
# Num Counters:
10
# Counter Values:
1755
3734
1016901
25
0
1164
25
5
43
0
$0

$s7Reactor11RegularFileV8contents33_D25ED0E820AEDF3AC413ABA2BCF238FALL2of8bytesMaxSays5UInt8VGAA10DescriptorV_SitAC5FaultOYKFZTf4nnd_n
# Func Hash:
896858934644067649
# Num Counters:
9
# Counter Values:
2555865
39
0
0
39
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
95230
0
0
0
0
0
890
0
0
0
0
0
890
0
0
0
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
21000
525
$0

$s7Reactor13SocketAddressVSgWOi_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
7640
$0

$s7Reactor13SocketAddressV_4portAcA9IPAddressV_s6UInt16VtcfC
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
134285
1255
$0

$s7Reactor13SocketAddressVyACSgs4SpanVys5UInt8VGcfCTf4nd_n
# Func Hash:
913621640149781929
# Num Counters:
28
# Counter Values:
2140
0
20
20
20
0
0
20
0
0
0
0
20
0
20
20
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
0
0
$0

$s7Reactor5ClockV12millisecondsSivg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1696737
$0

$s7Reactor5ClockV20monotonicNanosecondsSiyFZ
# Func Hash:
238984481941143025
# Num Counters:
3
# Counter Values:
24302
0
0
$0

$s7Reactor5ClockV7refreshyyF
# Func Hash:
391331300282461118
# Num Counters:
6
# Counter Values:
26023
71
0
0
0
0
$0

$s7Reactor5ErrnoVACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
7312
40
$0

$s7Reactor5ErrnoVACs5ErrorAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1200
100
$0

$s7Reactor5ErrnoVSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1359
$0

$s7Reactor5EventV10isReadableSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
494250
$0

$s7Reactor5EventV10isWritableSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
494250
$0

$s7Reactor5EventV12isPeerClosedSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
492863
$0

$s7Reactor5EventV8isFailedSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
203624
$0

$s7Reactor5TokenV3rawACs6UInt64V_tcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
73028
$0

$s7Reactor5TokenV4kind6handleACs5UInt8V_5Bytes6HandleVtcfC
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
25687
0
$0

$s7Reactor5TokenV4kinds5UInt8Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
494373
$0

$s7Reactor5TokenV6handle5Bytes6HandleVvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
566536
$0

$s7Reactor6PollerV3add_5tokenys5Int32V_AA5TokenVtAA5ErrnoVYKF
# Func Hash:
1124680651882813910
# Num Counters:
3
# Counter Values:
1349
0
0
$0

$s7Reactor6PollerV4wait19timeoutMillisecondsS2i_tAA5ErrnoVYKF
# Func Hash:
844982796142277857
# Num Counters:
4
# Counter Values:
25968
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
494373
0
$0

$s7Reactor6PollerV8capacityACSi_tAA5ErrnoVYKcfCTf4nd_n
# Func Hash:
974670608308909578
# Num Counters:
6
# Counter Values:
1590
20
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
1967
$0

$s7Reactor6SocketV4sendyAA8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
391331301775196590
# Num Counters:
7
# Counter Values:
0
0
388301
0
388301
0
0
$0

$s7Reactor6SocketV5closeyyF
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1344
1344
$0

$s7Reactor6SocketV7receive4into6atMostAA8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
701607647827667215
# Num Counters:
14
# Counter Values:
388194
1839
1744
388194
295
386355
388194
388194
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
1590
10
$0

$s7Reactor9IPAddressV10subscriberACvg
# Func Hash:
702941992757231615
# Num Counters:
3
# Counter Values:
48686
48686
48686
$0

$s7Reactor9IPAddressV8loopbackACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2205
$0

$s8Contract10InputJudgeV15overridesMethodSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24297
$0

$s8Contract10InputJudgeV5judge_8encoding4body5queryAA0B7VerdictOAA0B7ProgramV_AA0B8EncodingOs4SpanVys5UInt8VGARtF
# Func Hash:
290495010329364959
# Num Counters:
5
# Counter Values:
24297
0
0
24297
24294
$0

$s8Contract10InputJudgeV7reportsSayAA10RuleReportVGvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24297
$0

$s8Contract10ReferencesV7resolvey8Document4NodeCAgE0D5ErrorVYKF
# Func Hash:
135188635888274561
# Num Counters:
6
# Counter Values:
0
1060
0
0
0
0
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
97183
97183
97183
0
0
0
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

$s8Contract11SchemaRulesV4read10isRequiredySb_tF
# Func Hash:
247671767151478327
# Num Counters:
10
# Counter Values:
1180
360
110
220
0
110
220
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
1540
1540
1540
0
0
0
230
1310
0
200
1310
200
1310
200
0
0
0
0
0
0
0
0
0
0
0
0
30
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
1530
500
0
190
190
500
0
500
0
200
500
310
500
10
0
500
0
310
0
0
500
0
0
0
0
0
0
0
0
0
0
0
0
510
0
0
$0

$s8Contract12InputProgramVSgWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
2142
$0

$s8Contract12InputProgramVSgWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1615
$0

$s8Contract12InputProgramVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
122140
$0

$s8Contract12InputProgramVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
145800
$0

$s8Contract12InputProgramVWOh
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24300
$0

$s8Contract12InputProgramVwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24854
$0

$s8Contract12InputProgramVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24523
$0

$s8Contract12InputReadingV4read_4body5queryAA0B7RefusalOSgAA0B8EncodingO_s4SpanVys5UInt8VGAPtF
# Func Hash:
484499720027329975
# Num Counters:
8
# Counter Values:
0
24297
0
0
1
24296
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
24297
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
2430
0
2310
460
20
0
0
0
0
0
0
0
540
0
0
460
0
0
80
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
80
540
2430
0
460
40
0
40
500
0
460
40
0
0
0
0
0
0
0
0
0
0
0
0
80
0
0
0
0
40
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
40
0
290
2590
360
140
40
140
0
140
140
0
0
140
0
0
0
140
0
0
0
0
0
0
0
210
0
0
0
210
0
0
0
80
0
40
$0

$s8Contract13AttributeNameO9displayedyS2SFZTf4nd_n
# Func Hash:
900726801065548174
# Num Counters:
55
# Counter Values:
0
0
456
6564
0
888
6564
0
6564
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
6108
456
0
0
0
888
432
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
456
$0

$s8Contract13InputCompilerV10firstRange33_D4E9BC72FBDB28F35185BF803FD624F1LL2of2inSnySS5IndexVGSgSS_SstFTf4nnd_n
# Func Hash:
844982798453876794
# Num Counters:
4
# Counter Values:
72444
2640
876
0
$0

$s8Contract13InputCompilerV3add33_D4E9BC72FBDB28F35185BF803FD624F1LL_2of_yAA4RuleO_AA10FieldRulesVAA0O6TraitsVtAA0B12ProgramErrorVYKFTf4nxnn_n
# Func Hash:
97263439829680926
# Num Counters:
92
# Counter Values:
0
0
24
0
528
528
0
0
24
0
0
0
0
24
0
60
120
0
12
0
12
24
24
360
0
0
360
396
1140
792
528
528
24
24
0
0
24
12
0
0
24
0
0
24
720
24
0
228
876
0
720
84
0
528
0
0
0
0
0
0
0
120
0
396
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
120
0
384
0
0
0
0
0
0
24
24
0
0
$0

$s8Contract13InputCompilerV3add33_D4E9BC72FBDB28F35185BF803FD624F1LLySnys5Int32VGSaySSGF
# Func Hash:
1073436551124325553
# Num Counters:
12
# Counter Values:
192
48
1308
48
0
0
0
72
0
0
0
12
$0

$s8Contract13InputCompilerV3add33_D4E9BC72FBDB28F35185BF803FD624F1LLyyAA10FieldRulesVAA0B12ProgramErrorVYKF
# Func Hash:
156734079889818802
# Num Counters:
69
# Counter Values:
300
80
1140
12
900
1140
444
432
1140
432
0
422
48
48
900
240
0
264
264
0
0
0
0
432
432
432
432
468
60
448
60
420
10
120
0
0
0
0
0
470
0
0
0
0
0
12
0
0
0
0
0
0
0
0
0
0
0
0
0
216
12
0
12
0
288
0
288
288
0
$0

$s8Contract13InputCompilerV4node33_D4E9BC72FBDB28F35185BF803FD624F1LLySiSaySSGF
# Func Hash:
434663083154725109
# Num Counters:
33
# Counter Values:
4451
2292
0
0
216
581
0
581
0
0
581
0
581
581
0
0
0
0
0
0
0
3084
3084
0
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
1776
12
12
888
876
0
0
876
12
0
120
0
864
876
0
228
492
492
0
0
0
0
0
262
0
0
0
12
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
24
0
24
1635
1635
360
0
0
360
341
125
545
444
432
432
24
0
24
125
670
0
24
1116
120
420
24
0
0
0
0
0
0
0
0
0
125
432
0
0
274
0
0
0
204
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
12
0
0
0
24
24
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
24297
0
0
0
0
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
291462
$0

$s8Contract13OverlayChangeV5Place33_13273AF44255D093ECB1E3075DE63B77LLCfD
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1510
$0

$s8Contract13OverlayChangeV6merged33_13273AF44255D093ECB1E3075DE63B77LLy8Document4NodeCAH_AHtAF0K5ErrorVYKF
# Func Hash:
609831944614208556
# Num Counters:
21
# Counter Values:
1400
1400
320
80
40
360
0
0
320
0
0
0
360
0
0
0
0
0
0
0
120
$0

$s8Contract13OverlayChangeV7applied2at2to8Document4NodeCSaySayAA8JSONPathV4StepOGG_AItAG0G5ErrorVYKF
# Func Hash:
838107929365782109
# Num Counters:
20
# Counter Values:
250
1510
1410
250
60
0
0
1410
250
0
0
0
0
0
0
150
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
270
6610
0
0
900
1660
160
250
1020
0
240
240
10
390
0
0
1300
110
240
1300
0
0
0
0
50
0
0
2320
40
320
0
$0

$s8Contract13RouterBuilderV4Flat33_FFD440CA8337AA03374E6DD3AA672893LLV6appendyyAC5PlaceAELLCF
# Func Hash:
638293172479336068
# Num Counters:
60
# Counter Values:
1140
0
0
0
0
0
0
0
230
170
10
10
0
0
0
30
140
90
10
0
70
70
80
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
30
0
0
0
0
0
0
0
0
0
50
0
0
0
0
0
0
0
0
0
0
0
0
50
0
0
$0

$s8Contract13RouterBuilderV4Flat33_FFD440CA8337AA03374E6DD3AA672893LLV6routerAA0B0VyF
# Func Hash:
596847750479538996
# Num Counters:
17
# Counter Values:
160
10
10
1270
40
170
10
10
10
10
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
2400
1030
1370
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
5280
5280
0
0
310
0
0
0
0
0
310
0
$0

$s8Contract14JSONPathParserV8segments33_804DCDD0945C6E29D08BDE420ABB0F20LLSayAA0B0V7SegmentVGyAA0B5FaultVYKF
# Func Hash:
107227097876645269
# Num Counters:
39
# Counter Values:
1430
0
0
0
300
1430
1430
0
0
1430
1430
1130
920
0
0
210
920
0
920
0
210
0
0
0
0
0
0
0
0
0
0
0
0
0
0
210
289
0
0
$0

$s8Contract14JSONPathParserV9shorthand33_804DCDD0945C6E29D08BDE420ABB0F20LLSSyAA0B5FaultVYKF
# Func Hash:
502833846120253927
# Num Counters:
15
# Counter Values:
770
6040
0
20
0
920
0
920
770
0
0
0
0
20
0
$0

$s8Contract14RuleEvaluationV10anyMissing33_B294A3A5B03F50B93C97D686AF7D6434LLySbAA0B2OpV_AA12InputProgramVAA0Q4ViewVtF
# Func Hash:
927205941806450109
# Num Counters:
10
# Counter Values:
48594
48594
48594
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
170079
97193
97183
97183
1
0
145782
0
97183
0
0
0
0
0
0
0
0
24297
24297
24297
24297
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
24300
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
24296
0
0
0
24296
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
194366
0
72897
121479
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
145782
48594
0
0
0
121479
145778
0
0
97183
0
0
0
0
0
24297
0
0
48594
0
0
0
0
0
24296
0
0
0
0
0
0
0
0
0
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
48594
0
0
0
0
0
0
0
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
24297
1
24296
1
$0

$s8Contract14RuleEvaluationV6locate33_5826D9FBB4915E65500FAA01ACDB05F7LL5below____ySi_AA11InputSourceOSiAA0L7ProgramVAA0L4ViewVtF
# Func Hash:
858573434955966577
# Num Counters:
53
# Counter Values:
364438
24296
24296
0
170072
0
97183
413035
121480
121479
97183
24296
24296
0
97184
24296
0
0
24296
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
24297
24296
0
0
0
0
0
0
0
0
0
0
0
0
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
97183
97183
97183
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
48598
0
121485
0
0
0
0
72887
0
0
0
0
0
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
24296
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
14880
$0

$s8Contract4RuleOWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2976
$0

$s8Contract4RuleOWOe
# Func Hash:
301351149323909726
# Num Counters:
21
# Counter Values:
14067
0
0
276
0
0
477
975
2010
195
159
0
0
0
0
0
0
0
0
756
0
$0

$s8Contract4RuleOWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
9456
$0

$s8Contract4RuleOWOy
# Func Hash:
301351149323909726
# Num Counters:
21
# Counter Values:
19400
0
0
616
0
0
576
1200
2480
240
192
0
0
0
0
0
0
0
0
928
0
$0

$s8Contract4RuleOwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2976
$0

$s8Contract4RuleOwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2364
$0

$s8Contract6RouterV4walk33_65316886DC5A3BFED5D2C836020CA4AELL_4from4node6search8capturesSiSgs4SpanVys5UInt8VG_S2iAC6SearchAELLVzAA8CapturesVztF
# Func Hash:
90653977065891169
# Num Counters:
39
# Counter Values:
579244
4344330
0
0
0
289622
868866
868866
0
868866
0
0
868866
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
2896220
0
0
868866
868866
868866
868866
0
0
0
0
868866
$0

$s8Contract6RouterV5match__8capturesAA10RouteMatchOs4SpanVys5UInt8VG_4HTTP6MethodOAA8CapturesVztF
# Func Hash:
814865059576423955
# Num Counters:
8
# Counter Values:
289622
289622
289622
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
289622
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
289622
$0

$s8Contract8JSONPathV4StepOWOe
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
23880
22160
$0

$s8Contract8JSONPathV4StepOWOy
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
29610
27840
$0

$s8Contract8JSONPathV4StepOwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
8110
$0

$s8Contract8JSONPathV4StepOwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
11690
$0

$s8Contract8JSONPathV5MatchVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
4650
$0

$s8Contract8JSONPathV6select33_92704163AAE9161E7EB48CC7AD3E9927LL_2in4root4intoyAC8SelectorO_AC5MatchV8Document4NodeCSayALGztF
# Func Hash:
975650592485959565
# Num Counters:
38
# Counter Values:
0
110
160
0
60
0
0
10
110
1660
0
40
60
1360
0
0
0
0
0
0
0
0
0
0
0
0
60
180
0
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

$s8Contract8JSONPathV7LiteralOWOe
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1200
1200
$0

$s8Contract8JSONPathV7SegmentVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1220
$0

$s8Contract8JSONPathV8SelectorOWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1880
$0

$s8Contract8JSONPathV8SelectorOWOe
# Func Hash:
1063705162558100101
# Num Counters:
3
# Counter Values:
8200
420
7740
$0

$s8Contract8JSONPathV8SelectorOWOh
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1940
$0

$s8Contract8JSONPathV8SelectorOWOy
# Func Hash:
1063705162558100101
# Num Counters:
3
# Counter Values:
5600
300
5280
$0

$s8Contract8JSONPathV8SelectorOwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1240
$0

$s8Contract8JSONPathV8evaluate33_92704163AAE9161E7EB48CC7AD3E9927LL_4from4rootSayAC5MatchVGSayAC7SegmentVG_AI8Document4NodeCtF
# Func Hash:
149146438536752623
# Num Counters:
16
# Counter Values:
20
1860
1860
0
1860
0
0
0
1430
420
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
1296
1260
1162
36
545
0
203
36
$0

$s8Contract9FieldRuleVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2325
$0

$s8Contract9InputViewVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
72891
$0

$s8Contract9OperationVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1800
$0

$s8Contract9OperationVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
1800
$0

$s8Contract9separated33_2070AD0D208BDD9F8E6A8236278F95F1LLySaySSGSSF
# Func Hash:
231012524674158493
# Num Counters:
11
# Counter Values:
130
0
0
1740
130
1740
40
240
66
30
1740
$0

$s8Document10DiagnosticVSgWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
4494
$0

$s8Document10DiagnosticVSgWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
4452
$0

$s8Document10DiagnosticVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
4235
$0

$s8Document10DiagnosticVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
4155
$0

$s8Document10DiagnosticVwet
# Func Hash:
607699200014702880
# Num Counters:
5
# Counter Values:
1704
1704
0
0
66
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
456
0
0
0
0
0
90
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
12543
0
0
0
0
0
456
0
0
90
0
0
0
0
0
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
13669
1406
20
10
0
0
12203
0
0
0
0
12543
12165
0
0
10
0
0
98
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
30777
1092
105
18958
60
60
1092
60
4645
4645
18958
0
0
0
0
105
0
15
$0

$s8Document11NodeBuilderV3Key33_B957C7418B2E7A5435C1214E411AC17FLLVSgWOe
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
35127
23418
$0

$s8Document11NodeBuilderV3Key33_B957C7418B2E7A5435C1214E411AC17FLLVWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
11709
$0

$s8Document11NodeBuilderV3Key33_B957C7418B2E7A5435C1214E411AC17FLLVwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
11709
$0

$s8Document11NodeBuilderV3add33_B957C7418B2E7A5435C1214E411AC17FLL_5nodes2at7isPlainyAA0B0C_SiAA4MarkVSbtAA0A5ErrorVYKF
# Func Hash:
761099130635618234
# Num Counters:
21
# Counter Values:
60
0
0
24740
0
1322
11709
0
0
4595
11709
0
11709
11709
0
0
0
220
5274
0
0
$0

$s8Document11NodeBuilderV3end33_B957C7418B2E7A5435C1214E411AC17FLLyyAA0A5ErrorVYKF
# Func Hash:
788747811112366709
# Num Counters:
9
# Counter Values:
5737
15
4645
1092
5737
0
5737
0
0
$0

$s8Document11NodeBuilderV3key33_B957C7418B2E7A5435C1214E411AC17FLL_2of2at7isPlainAC3KeyAELLVAA0B0C_AC4OpenAELLVAA4MarkVSbtAA0A5ErrorVYKF
# Func Hash:
391331301270122994
# Num Counters:
6
# Counter Values:
11709
0
11669
0
11669
11709
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVSgWOg
# Func Hash:
382993475055910911
# Num Counters:
2
# Counter Values:
60954
60954
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVSgWOi_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
30477
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
30477
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVWOh
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
36214
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVwcp
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
11709
18768
$0

$s8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLVwxx
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
36214
11709
$0

$s8Document11NodeBuilderV4take_2atyAA9YAMLEventO_AA4MarkVtAA0A5ErrorVYKF
# Func Hash:
280681509258167672
# Num Counters:
22
# Counter Values:
5917
0
0
0
5857
0
0
0
0
0
105
0
60
5797
4645
18958
1092
0
5737
0
4645
0
$0

$s8Document11NodeBuilderV5begin33_B957C7418B2E7A5435C1214E411AC17FLLyyAC4OpenAELLVAA0A5ErrorVYKF
# Func Hash:
391331299968036289
# Num Counters:
6
# Counter Values:
5677
5737
0
5180
0
187
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
4645
0
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
5737
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
18958
0
0
0
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
12399
$0

$s8Document4NodeC10scalarKindAA06ScalarD0OSgvg
# Func Hash:
1063705162462123496
# Num Counters:
3
# Counter Values:
12265
12265
12135
$0

$s8Document4NodeC4textSSSgvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
25765
25755
$0

$s8Document4NodeC5EntryV3key0D4Mark8isString5valueAESS_AA0E0VSbACtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1460
$0

$s8Document4NodeC5EntryVSgWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
54360
$0

$s8Document4NodeC5EntryVWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
181753
$0

$s8Document4NodeC5EntryVWOc
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
16523
$0

$s8Document4NodeC5EntryVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
41640
$0

$s8Document4NodeC5EntryVwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
17941
$0

$s8Document4NodeC5EntryVwet
# Func Hash:
607699200014702880
# Num Counters:
5
# Counter Values:
6795
6795
0
0
6691
$0

$s8Document4NodeC5EntryVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
26355
$0

$s8Document4NodeC5entryyAC5EntryVSgSSF
# Func Hash:
271263511582635343
# Num Counters:
11
# Counter Values:
34989
14232
806
13426
639
5670
336
0
0
0
5760
$0

$s8Document4NodeC7ContentOWOe
# Func Hash:
844982799169123455
# Num Counters:
5
# Counter Values:
245600
175255
59750
10595
0
$0

$s8Document4NodeC7ContentOWOy
# Func Hash:
844982799169123455
# Num Counters:
5
# Counter Values:
55830
37916
15510
2404
0
$0

$s8Document4NodeC7mappingSayAC5EntryVGSgvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
3516
2868
$0

$s8Document4NodeC8sequenceSayACGSgvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
2071
818
$0

$s8Document4NodeCMa
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
26500
$0

$s8Document4NodeC_2atA2C7ContentO_AA4MarkVtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1780
$0

$s8Document4NodeC_2atA2C7ContentO_AA4MarkVtcfc
# Func Hash:
95820316096060329
# Num Counters:
13
# Counter Values:
215
1072
0
3037
0
20160
6100
215
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
21455
$0

$s8Document4NodeCfd
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
21455
$0

$s8Document4NodeCyACSgSScig
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
10110
5385
$0

$s8Document9YAMLEventOWOe
# Func Hash:
844982797069585453
# Num Counters:
5
# Counter Values:
30717
4645
18958
1092
105
$0

$s8Document9YAMLEventOWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
30717
$0

$s8Document9YAMLEventOwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
30717
$0

$s8Document9parseYAML_4fileAA4NodeCSays5UInt8VG_SStAA0A5ErrorVYKF
# Func Hash:
325048437571592208
# Num Counters:
14
# Counter Values:
30717
5977
0
0
0
0
0
0
60
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
315855
0
24300
24300
24300
72890
72890
48590
0
0
0
0
48590
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
24300
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
24299
0
2
97196
0
97190
97188
0
0
24299
24299
24299
24299
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24299
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
48687
0
48686
0
48686
48686
0
0
0
0
0
48686
0
$0

$s8Identity11BearerTokenV13authorizationACs4SpanVys5UInt8VG_tAC5FaultOYKcfC
# Func Hash:
859667638100601121
# Num Counters:
26
# Counter Values:
1
48686
0
0
0
48686
48686
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
48686
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
48686
0
48686
$0

$s8Identity11TokenRecordO11writeLookup2id6prefix4intoySi_s4SpanVys5UInt8VG5Redis0K8PipelineVztFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24343
$0

$s8Identity11TokenRecordO5judge_2id6digest11unixSeconds4intoAC7RefusalOSg5Redis0K5ReplyV_Si6Crypto12SHA256DigestVSiA2AVztAL0K5FaultOYKFZ
# Func Hash:
804816984761641418
# Num Counters:
13
# Counter Values:
0
0
24301
24301
24301
24301
24301
24300
24300
0
0
0
24300
$0

$s8Identity11TokenRecordO7isEmpty33_B9052170F01836ABE6C69F9205885397LLySb5Redis0K5ReplyVFZTf4nd_n
# Func Hash:
536873292752216120
# Num Counters:
4
# Counter Values:
24301
24301
24301
0
$0

$s8Identity12AssertionKeyV11appendLines33_092C3283BEC51BD5B728442357824155LL_2toyAA0B6ClaimsV_5Bytes10ByteBufferVztFZTf4nnd_n
# Func Hash:
228348382948304524
# Num Counters:
50
# Counter Values:
24294
24294
24294
24294
24294
24294
0
24294
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24294
24294
24294
24294
24294
24294
24294
0
$0

$s8Identity12AssertionKeyV6append_11unixSeconds2toyAA0B6ClaimsV_Si5Bytes10ByteBufferVztF
# Func Hash:
1024717265579848395
# Num Counters:
29
# Counter Values:
0
24294
0
24294
0
0
24294
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24294
0
24294
24294
$0

$s8Identity12AssertionKeyVSgWOg
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
868677
795795
$0

$s8Identity12CodeExchangeV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289622
$0

$s8Identity12EmbedMintingV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
289622
$0

$s8Identity13ClientNetworkV4high3lowACs6UInt64V_AGtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24343
$0

$s8Identity13FailedLookupsV5burst20intervalMilliseconds4seed8capacityACSi_Sis6UInt64VSitcfC
# Func Hash:
1124680650439463261
# Num Counters:
3
# Counter Values:
20475
5
0
$0

$s8Identity14VerifiedTokensV2id2inS2i_tF
# Func Hash:
238984481941143025
# Num Counters:
3
# Counter Values:
24339
0
0
$0

$s8Identity14VerifiedTokensV3org2ins4SpanVys5UInt8VGSi_tF
# Func Hash:
650973720942267334
# Num Counters:
8
# Counter Values:
48636
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
24355
24346
24346
24343
24342
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
24342
24342
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
24300
24300
24300
24300
24300
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
24297
24309
24300
24300
0
0
$0

$s8Identity14VerifiedTokensV8capacityACSi_tcfC
# Func Hash:
421769326361004112
# Num Counters:
11
# Counter Values:
40955
40955
2621435
163835
5
5
5
5
5
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
24300
24300
3
24297
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
24294
$0

$s8Identity15AssertionClaimsVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
48588
$0

$s8Identity8EmbedKeyVSgWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
580140
$0

$s8Identity8EmbedKeyVSgWOi0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1160280
$0

$s8Identity8EmbedKeyVwet
# Func Hash:
607699200014702880
# Num Counters:
5
# Counter Values:
290070
290070
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
24300
$0

$s8Identity9TokenNoteV19intervalNanoseconds5burstACSi_SitcfcfA0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24296
$0

$s8Identity9TokenNoteV19intervalNanoseconds5burstACSi_SitcfcfA_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24296
$0

$s8Identity9TokenUsesV4note2id11unixSecondsySi_SitF
# Func Hash:
393568427334862680
# Num Counters:
13
# Counter Values:
0
24300
4
13
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
20475
5
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
24300
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
121536
265278
0
0
0
0
265278
$0

$s8IdentityAAV3set2id3org4user9abilitiesSbSi_s4SpanVys5UInt8VGA2LtF
# Func Hash:
965248893290629366
# Num Counters:
42
# Counter Values:
0
0
48600
0
24300
24300
24300
24300
24300
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
24300
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
48588
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
313966
$0

$s8IdentityAAV6grantsySbAA7AbilityVF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
24299
$0

$s8IdentityAAV9abilitiess4SpanVys5UInt8VGvg
# Func Hash:
187771963753960191
# Num Counters:
7
# Counter Values:
72887
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
72882
265265
0
0
0
0
265265
$0

$s8Upstream11TargetGroupV12requestBeganyySiF
# Func Hash:
391331301984907091
# Num Counters:
6
# Counter Values:
289572
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
289572
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
289380
289380
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
289572
0
0
289108
0
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
289572
0
289572
0
0
289572
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
10057
272
267
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
289380
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
10440
50
$0

$sSDyq_SgxcigSS_8Document4MarkVTg5
# Func Hash:
1063705162558100101
# Num Counters:
3
# Counter Values:
11709
7114
0
$0

$sSKsSQ7ElementRpzrlE9lastIndex2of0C0QzSgAB_tFSS_Tg5
# Func Hash:
30393574959585884
# Num Counters:
8
# Counter Values:
0
2088
174
174
174
174
174
174
$0

$sSS8UTF8ViewVySsAAVSnySS5IndexVGcigTf4nn_g
# Func Hash:
591567704970721577
# Num Counters:
6
# Counter Values:
9525
0
0
0
9525
4710
$0

$sSSWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
7456
$0

$sSSWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
9477
$0

$sSTsE10allSatisfyyS2b7ElementQzKXEKFSS8UTF8ViewV_Tg568$s8Contract13AttributeNameO9displayedyS2SFZSbyKXEfu0_Sbs5UInt8VXEfU_Tf1cn_n
# Func Hash:
456618553053687054
# Num Counters:
13
# Counter Values:
456
5100
0
0
888
0
0
0
0
0
0
0
5100
$0

$sSTsE21_copySequenceContents12initializing8IteratorQz_SitSry7ElementQzG_tFSS_Tgq5
# Func Hash:
1080275683859617358
# Num Counters:
8
# Counter Values:
13930
2700
2700
0
0
0
0
150
$0

$sSTsE8contains5whereS2b7ElementQzKXE_tKFSS8UTF8ViewV_Tg566$s8Contract12PathTemplateV17unreachableReasonSSSgvgSbs5UInt8VXEfU_Tf1cn_n
# Func Hash:
764657764435379829
# Num Counters:
14
# Counter Values:
0
140
0
0
3090
140
0
0
0
0
0
0
3230
3090
$0

$sSTsSQ7ElementRpzrlE6starts4withSbqd___tSTRd__AAQyd__ABRSlFSs8UTF8ViewV_SSAFVTg5
# Func Hash:
274495772736941247
# Num Counters:
33
# Counter Values:
0
10800
0
0
0
0
0
30
0
9090
0
0
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
10830
0
0
10800
0
0
$0

$sSTsSQ7ElementRpzrlE6starts4withSbqd___tSTRd__AAQyd__ABRSlFSs_SSTg5
# Func Hash:
495986877865871616
# Num Counters:
8
# Counter Values:
362770
43860
0
4380
0
362770
0
43860
$0

$sSTsSQ7ElementRpzrlE6starts4withSbqd___tSTRd__AAQyd__ABRSlFs10ArraySliceVySJG_SaySJGTg5Tf4nx_n
# Func Hash:
783548774403986280
# Num Counters:
10
# Counter Values:
8860
6980
4120
6450
450
450
0
0
0
2860
$0

$sSTsSQ7ElementRpzrlE8containsySbABFSS_Tg5
# Func Hash:
619802544352864591
# Num Counters:
6
# Counter Values:
4620
40
780
40
40
40
$0

$sSa034_makeUniqueAndReserveCapacityIfNotB0yyF8Document11NodeBuilderV4Open33_B957C7418B2E7A5435C1214E411AC17FLLV_Tg5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
30477
60
$0

$sSa034_makeUniqueAndReserveCapacityIfNotB0yyFSS_Tg5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
2662
300
$0

$sSa15replaceSubrange_4withySnySiG_qd__nt7ElementQyd__RszSlRd__lF4JSON9TapeEntryV_s15EmptyCollectionVyAHGTg5Tf4ndn_n
# Func Hash:
149074444777698130
# Num Counters:
14
# Counter Values:
0
48593
0
24296
0
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
42887
0
28960
0
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
13891
0
13891
0
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
13891
0
13891
0
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
73050
0
73050
0
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
3659
0
3659
0
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
24296
0
24296
0
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
24295
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
24296
0
24296
0
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
102221
0
102221
0
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
48593
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
30477
0
0
$0

$sSa6append10contentsOfyqd__n_t7ElementQyd__RszSTRd__lF8Contract8JSONPathV4StepO_SayAIGTg5
# Func Hash:
52047013800695382
# Num Counters:
9
# Counter Values:
1660
1660
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
30
1440
180
1590
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
2550
2550
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
3471
3507
0
3132
765
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
4232
1568
4192
0
1528
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
204928
$0

$sSaySSGSayxGSKsWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
55440
165
$0

$sSaySo10nghttp2_nvaGWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
204698
$0

$sSays5UInt8VGWOc
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
6188
$0

$sSays5UInt8VGWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
9282
$0

$sSh8containsySbxFSS_Tg5
# Func Hash:
290495009546477486
# Num Counters:
6
# Counter Values:
1654
304
304
1350
1350
1350
$0

$sSlsE5first7ElementQzSgvgSS17UnicodeScalarViewV_Tgq5
# Func Hash:
1029578616116113188
# Num Counters:
16
# Counter Values:
3632
0
3632
0
0
0
0
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
1440
1740
12840
1680
1680
1560
1944
0
0
0
0
1944
384
0
120
0
0
0
1560
600
0
0
0
0
1944
1944
0
60
$0

$sSlsE9dropFirsty11SubSequenceQzSiFs10ArraySliceVys5UInt8VG_Tg5
# Func Hash:
331779889724359276
# Num Counters:
9
# Counter Values:
398
398
398
12165
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
398
398
398
12165
$0

$sSlsSQ7ElementRpzrlE10firstIndex2of0C0QzSgAB_tFSS_Tg5
# Func Hash:
591567704000552887
# Num Counters:
6
# Counter Values:
1920
1920
270
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
2070
1820
$0

$sSlsSQ7ElementRpzrlE5split9separator9maxSplits25omittingEmptySubsequencesSay11SubSequenceQzGAB_SiSbtFSbABXEfU_SS_TG5
# Func Hash:
431494654108067943
# Num Counters:
3
# Counter Values:
4140
3640
500
$0

$sSlsSQ7ElementRpzrlE5split9separator9maxSplits25omittingEmptySubsequencesSay11SubSequenceQzGAB_SiSbtFSs_Tg5
# Func Hash:
359601829170358676
# Num Counters:
24
# Counter Values:
0
1050
300
300
300
1050
100
150
0
0
0
150
50
0
200
0
0
0
0
0
0
300
0
0
$0

$sSmsSKRzrlE7popLast7ElementSTQzSgyFSay5Bytes6HandleVG_Tg5
# Func Hash:
844982796012406485
# Num Counters:
4
# Counter Values:
289572
289108
0
0
$0

$sSy5BytesE9utf8Range33_8EEB769BA00000643E5121BA12D2604BLL2of4fromSnySS5IndexVGSgSS_AGtFSS_Tg5
# Func Hash:
510152025678083762
# Num Counters:
17
# Counter Values:
9090
660
390
0
0
0
0
0
0
0
0
0
0
4710
10140
9480
0
$0

$ss10ArraySliceVyAByxGSnySiGcigs5UInt8V_Tg5
# Func Hash:
1096621587626867316
# Num Counters:
5
# Counter Values:
50428
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
826340
$0

$ss11InlineArrayV9repeatingAByxq_Gq__tcfC$9__SiTt1g5
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
579692
$0

$ss11_StringGutsV19validateScalarIndexySS0E0VAEF
# Func Hash:
360019387990068195
# Num Counters:
6
# Counter Values:
3632
0
0
0
3632
0
$0

$ss15ContiguousArrayV16_createNewBuffer14bufferIsUnique15minimumCapacity13growForAppendySb_SiSbtFSS_Tg5
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
5456
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
50
30
0
0
1410
0
60
0
0
0
60
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
70
0
7879
0
70
0
4705
0
4326
0
0
0
4326
70
70
70
$0

$ss17_NativeDictionaryV7_insert2at3key5valueys10_HashTableV6BucketV_xnq_ntFSS_8Document4MarkVTg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
24438
0
$0

$ss17_NativeDictionaryV8setValue_6forKey8isUniqueyq_n_xSbtFSS_8Document4MarkVTg5
# Func Hash:
650973723230026183
# Num Counters:
8
# Counter Values:
0
12219
4326
0
0
4705
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
12219
4326
0
0
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfC4JSON9TapeEntryV_Tt1g5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
24299
0
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfC8Contract10RuleReportV_Tt1g5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
24297
0
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfCSJ_Tt1gq5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
2700
2700
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfCs5UInt8V_Tt1gq5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
213000
213000
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfCs6UInt32V_Tt1g5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
24299
0
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF4HTTP5FieldV_Tg5
# Func Hash:
326953198419788627
# Num Counters:
9
# Counter Values:
2181
2181
779
0
1402
2181
0
0
869
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Contract8JSONPathV4StepO_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
2070
2070
2070
0
0
1368
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
1790
1670
1550
0
240
1670
0
0
120
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Contract9FieldRuleV_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
2402
2412
1372
0
1040
2402
0
0
465
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Contract9FieldRuleV_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
2402
2412
1372
0
1040
2402
0
0
465
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Document10DiagnosticV_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
216
1156
1020
0
136
216
0
0
70
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Document10DiagnosticV_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
216
1156
1020
0
136
216
0
0
70
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Document4NodeC5EntryV_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
14179
14139
6255
0
7924
13949
0
0
4784
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF8Document4NodeC5EntryV_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
28358
28278
12510
0
15848
27898
0
0
9568
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSS_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
16692
15600
9948
0
6744
15480
0
0
2424
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSS_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
8346
7800
4974
0
3372
7740
0
0
1212
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSs_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
3710
3710
2060
0
1650
3710
0
0
1000
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSs_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
2226
2226
1236
0
990
2226
0
0
600
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFs5UInt8V_Tg5
# Func Hash:
326953198419788627
# Num Counters:
9
# Counter Values:
20258
13489
14553
0
5705
13489
0
0
2898
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFs5UInt8V_Tg5
# Func Hash:
326953200823190764
# Num Counters:
9
# Counter Values:
11576
7708
8316
0
3260
7708
0
0
1656
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFs6UInt32V_Tg5
# Func Hash:
326953200075267470
# Num Counters:
9
# Counter Values:
1800
1542
486
0
1314
1542
0
0
750
$0

$ss22__RawDictionaryStorageC4find_9hashValues10_HashTableV6BucketV6bucket_Sb5foundtx_SitSHRzlF8Contract8JSONPathV4StepO_Tg5
# Func Hash:
495986875643858311
# Num Counters:
10
# Counter Values:
160
250
285
4790
4790
3190
10460
4856
1940
285
$0

$ss22__RawDictionaryStorageC4find_9hashValues10_HashTableV6BucketV6bucket_Sb5foundtx_SitSHRzlFSS_Tg5
# Func Hash:
607699200200471043
# Num Counters:
5
# Counter Values:
226080
219420
217368
346995
16695
$0

$ss22__RawDictionaryStorageC4find_9hashValues10_HashTableV6BucketV6bucket_Sb5foundtx_SitSHRzlFSays5UInt8VG_Tg5
# Func Hash:
650973719957368711
# Num Counters:
10
# Counter Values:
186
10
1196
1179
337
337
700
427
0
0
$0

$ss22__RawDictionaryStorageC4findys10_HashTableV6BucketV6bucket_Sb5foundtxSHRzlF8Contract8JSONPathV4StepO_Tg5
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
9840
620
$0

$ss22__RawDictionaryStorageC4findys10_HashTableV6BucketV6bucket_Sb5foundtxSHRzlFSS_Tg5
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
346995
$0

$ss22__RawDictionaryStorageC4findys10_HashTableV6BucketV6bucket_Sb5foundtxSHRzlFSays5UInt8VG_Tg5
# Func Hash:
1063705162111847769
# Num Counters:
3
# Counter Values:
3580
700
700
$0

$ss32_copyCollectionToContiguousArrayys0dE0Vy7ElementQzGxSlRzlFSS8UTF8ViewV_Tgq5
# Func Hash:
11922952732531945
# Num Counters:
6
# Counter Values:
170448
170280
0
0
0
23916
$0

$ss32_copyCollectionToContiguousArrayys0dE0Vy7ElementQzGxSlRzlFs0E5SliceVySSG_Tg5
# Func Hash:
694937219800265633
# Num Counters:
6
# Counter Values:
1220
58
58
58
0
0
$0

$ss4SpanV5Bytess5UInt8VRszlE10firstIndex2of4fromSiSgAE_SitF
# Func Hash:
135188634503871849
# Num Counters:
8
# Counter Values:
676439
1099453
936545
2520245
2227845
911971
0
0
$0

$ss4SpanV5Bytess5UInt8VRszlE12decimalValueSiSgyF
# Func Hash:
798733567988067482
# Num Counters:
5
# Counter Values:
892703
3257279
3257279
892703
0
$0

$ss4SpanV5Bytess5UInt8VRszlE18equalsIgnoringCaseySbs12StaticStringVF
# Func Hash:
438284565275393183
# Num Counters:
10
# Counter Values:
3234677
3234677
627476
338081
338081
0
0
0
0
48686
$0

$ss4SpanV5Bytess5UInt8VRszlE6equalsySbAByAEGF
# Func Hash:
599005162715170508
# Num Counters:
10
# Counter Values:
1642479
1642478
289622
289622
941760
941756
289622
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
20
20
24320
20
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
36989
965
965
0
$0

$ss4SpanV5Bytess5UInt8VRszlE8containsySbs12StaticStringVF
# Func Hash:
477729238157297754
# Num Counters:
15
# Counter Values:
0
121485
0
0
24297
0
24297
24297
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
10250
3750
$0

__swift_instantiateConcreteTypeFromMangledName
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
134644724
220770
$0

__swift_instantiateConcreteTypeFromMangledNameAbstract
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
3080
0
$0

__swift_instantiateGenericMetadata
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
4240
$0

__swift_memcpy17_8
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
3978
$0

__swift_memcpy1_1
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
8280
$0

__swift_memcpy64_8
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1040
$0

__swift_noop_void_return
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
78944940
$0

__swift_project_boxed_opaque_existential_1
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
5760
1080
$0

