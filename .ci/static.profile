# IR level Instrumentation Flag
:ir
$s10Operations10StageTimesVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
812499
$0

$s10Operations12RequestFactsVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
812115
$0

$s10Operations12TraceContextV6append2toy5Bytes10ByteBufferVz_tF
# Func Hash:
510152027660978809
# Num Counters:
18
# Counter Values:
0
812107
0
0
812107
0
0
0
0
0
0
0
0
0
812107
0
0
812107
$0

$s10Operations12TraceContextV9continued2byAcA16IdentifierSourceVz_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
812107
$0

$s10Operations12TraceContextV9startedBy9isSampledAcA16IdentifierSourceVz_SbtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
812115
$0

$s10Operations16IdentifierSourceV11nextNonZeros6UInt64VyF
# Func Hash:
784007056507080604
# Num Counters:
2
# Counter Values:
0
3248452
$0

$s10Operations16IdentifierSourceV13nextRequestIDAA0eF0VyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
812115
$0

$s10Operations16IdentifierSourceV4nexts6UInt64VyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
812115
$0

$s10Operations8RecorderV5count33_7CD0618911AEA5B3918A94700FDD2E5ALLyyAA12RequestFactsVF
# Func Hash:
3603318940212956
# Num Counters:
15
# Counter Values:
0
0
8121150
1806082
1805972
812115
90634
812003
812115
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
812115
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
812115
812114
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
2526856
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
84
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
548
0
319483
0
548
319483
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
63085
0
317703
312
317703
12
317703
317670
0
$0

$s3TLS10TLSSessionV11stopReading33_6EFEC576C7DC64A01AB270DD7FBC37CFLLy7Reactor8IOResultOSiF
# Func Hash:
96519926927493313
# Num Counters:
15
# Counter Values:
61371
75
300
61334
0
0
300
0
0
0
0
61709
807
61709
37
$0

$s3TLS10TLSSessionV4sendy7Reactor8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
647472250576353377
# Num Counters:
11
# Counter Values:
318252
318254
318254
0
318254
2
318252
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
75
63473
312
63160
230
76
0
76
$0

$s3TLS10TLSSessionV7receive4into6atMost7Reactor8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
228783575477335413
# Num Counters:
19
# Counter Values:
379369
317660
378352
317660
356
317629
0
378352
378352
61709
316643
0
0
0
0
0
0
0
317660
$0

$s3TLS10TLSSessionVSgWOe
# Func Hash:
212526876123949159
# Num Counters:
2
# Counter Values:
17173
0
$0

$s3TLS10socketRead33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count4reads5Int32Vs13OpaquePointerVSg_Spys4Int8VGSgSiSpySiGSgtF
# Func Hash:
290495010191972072
# Num Counters:
5
# Counter Values:
318027
63085
318027
0
0
$0

$s3TLS10socketRead33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count4reads5Int32Vs13OpaquePointerVSg_Spys4Int8VGSgSiSpySiGSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
381112
$0

$s3TLS11socketWrite33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count7writtens5Int32Vs13OpaquePointerVSg_SPys4Int8VGSgSiSpySiGSgtF
# Func Hash:
290495010191972072
# Num Counters:
5
# Counter Values:
320031
0
320031
0
0
$0

$s3TLS11socketWrite33_D6113300B15F205D3856FF6CC1B72ABDLL3bio4data5count7writtens5Int32Vs13OpaquePointerVSg_SPys4Int8VGSgSiSpySiGSgtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
320031
$0

$s3TLS13socketControl33_D6113300B15F205D3856FF6CC1B72ABDLL3bio7command6number4dataSis13OpaquePointerVSg_s5Int32VSiSvSgtFTo
# Func Hash:
844982799193813738
# Num Counters:
5
# Counter Values:
1231
3674107
3672552
324
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
1435519
1433393
1435519
852
318264
319456
595
0
$0

$s3TLS9TransportV4sendy7Reactor8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
694937219341510735
# Num Counters:
7
# Counter Values:
1125244
318254
1125244
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
1321
600
600
589
287
287
265
$0

$s3TLS9TransportV7canReadSbvg
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
287157
1111680
$0

$s3TLS9TransportV7receive4into6atMost7Reactor8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
974670607303659097
# Num Counters:
8
# Counter Values:
1119686
378352
1115085
4601
1115085
4382
1115085
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
2506251
14531
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
812115
0
0
0
0
0
0
0
0
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
28695391859963378
# Num Counters:
49
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
812115
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
812115
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
812115
0
0
0
$0

$s4HTTP11RequestHeadV5HTTP1E11resolveHostyys4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
804816983065953495
# Num Counters:
12
# Counter Values:
0
586920
0
586920
586920
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
90639
496281
0
0
0
90639
$0

$s4HTTP11RequestHeadV5HTTP1E17resolveConnectionyys4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
495986874571240231
# Num Counters:
8
# Counter Values:
0
586920
0
586920
0
0
586920
586920
$0

$s4HTTP11RequestHeadV5resetyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1624230
$0

$s4HTTP11RequestHeadV5value2ofAA5FieldVSgAA0F4NameO_tF
# Func Hash:
1063705162462123496
# Num Counters:
3
# Counter Values:
1218578
1218578
90634
$0

$s4HTTP11RequestHeadV9setTarget_2atys4SpanVys5UInt8VG_SitAA13ProtocolFaultOYKF
# Func Hash:
5832819872135522
# Num Counters:
10
# Counter Values:
0
0
812115
0
0
0
0
0
0
0
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
811995
0
0
0
0
0
0
811995
0
811995
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
1624118
$0

$s4HTTP12ResponseHeadV5value2ofAA5FieldVSgAA0F4NameO_tF
# Func Hash:
1063705162462123496
# Num Counters:
3
# Counter Values:
90637
90637
0
$0

$s4HTTP12ResponseHeadV7GatewayE8addField33_C3557478FCE6C79C81B5C30D58D3EA37LL_5known4fromys12StaticStringV_AA0F4NameOSitF
# Func Hash:
568347512184164983
# Num Counters:
25
# Counter Values:
993313
0
0
993313
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
993313
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
8121136
7309035
7309035
2436303
812115
812115
0
0
0
0
812115
812101
812101
0
0
812101
0
812101
812101
0
0
0
0
0
0
0
0
0
0
0
0
812101
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
12993840
10557495
2436345
812115
812115
0
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfC
# Func Hash:
702941992757231615
# Num Counters:
3
# Counter Values:
6137333
0
0
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfcfA2_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
993313
$0

$s4HTTP5FieldV4name5value5known11isLookalike13hasUnderscoreAC5Bytes9ByteRangeV_AkA0B4NameOS2btcfcfA3_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
993313
$0

$s4HTTP6MethodOyACs4SpanVys5UInt8VGcfC
# Func Hash:
163404894923419332
# Num Counters:
33
# Counter Values:
0
90639
0
721476
0
0
0
0
0
0
362556
0
2164428
0
0
812115
0
0
0
0
0
0
0
0
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
586912
0
0
0
586912
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
586912
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
5596140
16
$0

$s4HTTP6TargetV4FormOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1399035
$0

$s4HTTP8CleaningV5cleanyyAA11RequestHeadVzF
# Func Hash:
396664720697486228
# Num Counters:
16
# Counter Values:
1084031
1084045
14
1084045
1084045
812115
812115
14
0
0
0
0
0
812115
1084031
1084031
$0

$s4HTTP8CleaningV5cleanyyAA12ResponseHeadVzFZ
# Func Hash:
599005162883496039
# Num Counters:
9
# Counter Values:
0
4059975
811995
811995
811995
811995
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
812115
$0

$s4HTTP9FieldListV13dropNominatedyy5Bytes10ByteBufferVF
# Func Hash:
842476042706710696
# Num Counters:
55
# Counter Values:
0
0
812009
0
0
812009
812009
0
812009
0
0
0
4060035
812009
812009
811995
811995
7308025
0
0
0
4060035
812009
812009
812009
812009
0
0
0
812009
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
812009
0
811995
0
$0

$s4HTTP9FieldListV4dropyyAA0B4NameOF
# Func Hash:
650973719198054430
# Num Counters:
8
# Counter Values:
2806136
0
1174666
1174666
0
0
0
0
$0

$s4HTTP9FieldListV4findyAA0B0VSgAA0B4NameOF
# Func Hash:
198238759012888035
# Num Counters:
9
# Counter Values:
6227832
2482835
2482835
2482835
0
0
0
6227832
6227832
$0

$s4HTTP9FieldListV5HTTP1E12appendAtOnceyys4SpanVys5UInt8VG_AD10LineReaderVzAA10HeadLimitsVtAA13ProtocolFaultOYKF
# Func Hash:
849124000561689691
# Num Counters:
46
# Counter Values:
4918825
0
496278
0
0
4918825
4918825
0
496278
0
4422547
0
9837650
4918825
6770902
6317740
4918825
4918825
4918825
1398915
4918825
4918825
4918825
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
271263513083934708
# Num Counters:
11
# Counter Values:
1398915
902634
0
902634
0
902634
0
0
0
0
0
$0

$s4HTTP9FieldListV5HTTP1E9isChunkedySbs4SpanVys5UInt8VGAA13ProtocolFaultOYKF
# Func Hash:
753202734277546673
# Num Counters:
8
# Counter Values:
1398915
0
0
0
0
0
0
0
$0

$s4HTTP9FieldListV6appendyyAA0B0VF
# Func Hash:
764657767045738059
# Num Counters:
14
# Counter Values:
2747
6137333
6134586
0
692
6137333
0
0
0
1169
0
0
0
0
$0

$s4HTTP9FieldListV9removeAllyyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1850167
$0

$s4HTTP9FieldListVACycfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1408
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
1398915
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
1398915
0
1398915
$0

$s4HTTP9FieldNameO4long33_94CAE3428E7AD4826FF46F14D729F9BDLLyACSi_s7UnicodeO6ScalarVtFZ
# Func Hash:
153077738912009249
# Num Counters:
37
# Counter Values:
1895906
0
902634
90638
902634
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90638
0
0
0
0
0
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
1398915
0
2933110
0
1398915
6046654
6542935
10467630
6046654
5144020
2933110
2933110
0
3248114
1895906
5144020
0
5144020
90638
4150748
2933110
2933110
1398915
0
811995
0
0
1037204
0
0
0
0
0
0
0
0
0
811995
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
811995
0
0
0
225195
0
0
0
0
0
0
0
0
0
0
0
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
7037665
0
0
0
0
0
0
0
2
90637
90637
2
8
0
0
0
0
0
0
0
1127725
812009
0
0
0
0
0
0
0
0
0
0
1037086
0
0
0
0
902634
225195
0
0
0
90638
0
0
0
0
1037086
0
1037078
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
1624782
$0

$s4HTTP9MethodSetV8containsySbAA0B0OF
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
812115
812115
$0

$s4JSON4TapeV12storageBytesSivg
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
181268
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
90634
0
0
0
1178241
0
0
0
0
0
0
1178241
362536
0
453168
90634
0
271902
0
362536
362536
271902
0
0
0
90633
0
0
0
0
0
0
0
0
362536
362536
0
0
1
0
90633
0
0
0
0
0
0
0
0
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
271902
$0

$s4JSON4TapeV5close33_0BC6BB3A8F07BFC11DF4A6EF97C49C97LLyyF
# Func Hash:
135188633616951842
# Num Counters:
7
# Counter Values:
90633
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
90634
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
90633
90634
1359510
90633
90633
0
0
0
0
271902
0
0
90634
1
0
1
1
362535
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
90634
90634
$0

$s4JSON4TapeV9removeAllyyF
# Func Hash:
536873293986372656
# Num Counters:
3
# Counter Values:
90636
181267
90636
$0

$s4JSON4TapeVyAA0B5EntryVSicig
# Func Hash:
886271540078755313
# Num Counters:
4
# Counter Values:
90633
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
634431
7
$0

$s4JSON8JSONKindOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90633
$0

$s4JSON9TapeEntryV11isContainerSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
181266
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
677551
0
0
677551
0
0
677551
0
0
0
0
0
0
0
0
0
0
0
677551
677551
677551
$0

$s5Bytes10ByteBufferV5HTTP1E12appendFields_6excepty4HTTP11RequestHeadV_AG12FieldNameSetVtF
# Func Hash:
798733565333678626
# Num Counters:
4
# Counter Values:
812107
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
586920
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
586920
$0

$s5Bytes10ByteBufferV5HTTP1E12appendFields__6excepty4HTTP9FieldListV_s4SpanVys5UInt8VGAG0I7NameSetVtF
# Func Hash:
665080133963416649
# Num Counters:
36
# Counter Values:
586920
4786796
4199878
768230
4199878
2076562
2076562
1399027
2076562
1399027
2076562
2076562
1173824
902738
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
2844792
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
677551
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
1399027
0
0
0
1399027
$0

$s5Bytes10ByteBufferV5HTTP1E16appendStatusLineyySiF
# Func Hash:
348981006889740347
# Num Counters:
25
# Counter Values:
232
586920
0
0
586920
0
0
0
0
586920
0
0
0
0
0
0
0
0
0
0
0
0
586920
586920
586920
$0

$s5Bytes10ByteBufferV5HTTP1E17appendRequestLineyy4HTTP0F4HeadVF
# Func Hash:
18969481265129751
# Num Counters:
32
# Counter Values:
0
0
812107
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
812107
$0

$s5Bytes10ByteBufferV6append3hex6digitsys6UInt64V_SitF
# Func Hash:
1080275683104725473
# Num Counters:
8
# Counter Values:
7490033
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
362524
0
0
0
90631
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
993425
0
0
993425
0
0
0
0
181284
812139
812133
2
8
181266
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
993425
993425
$0

$s5Bytes10ByteBufferV6append7decimalySi_tF
# Func Hash:
1096621587879511729
# Num Counters:
5
# Counter Values:
3618087
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
2356553
14004707
6232392
3882718
364
453207
0
0
0
0
0
0
0
0
0
0
6239271
0
$0

$s5Bytes10ByteBufferV6append_2ofySnySiG_ACtF
# Func Hash:
928018417569938719
# Num Counters:
6
# Counter Values:
225195
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
12824912
1738
4151649
1762439
1849552
859686
1581149
181262
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
1624248
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
1624233
0
1624233
$0

$s5Bytes10ByteBufferV8makeRoomyySiF
# Func Hash:
195503184101884785
# Num Counters:
9
# Counter Values:
3891
0
3891
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
3264
$0

$s5Bytes14SharedCountersC3add_2toySi_SitF
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
10215439
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
1625966
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
90648
90648
0
0
5
$0

$s5Bytes4SlabVAARi_zrlE4freeyyAA6HandleVF7Gateway10DownstreamV_Tg5
# Func Hash:
1096621587626867316
# Num Counters:
5
# Counter Values:
226057
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlE4freeyyAA6HandleVF7Gateway8ExchangeV_Tg5
# Func Hash:
1096621587626867316
# Num Counters:
5
# Counter Values:
812115
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlE4freeyyAA6HandleVFAA10ByteBufferV_Tg5
# Func Hash:
1096621587626867316
# Num Counters:
5
# Counter Values:
2047852
0
0
0
0
$0

$s5Bytes4SlabVAARi_zrlE4takeAA6HandleVSgyF7Gateway10DownstreamV_Tg5
# Func Hash:
694937217451878934
# Num Counters:
6
# Counter Values:
226057
8
8
8
0
0
$0

$s5Bytes4SlabVAARi_zrlE4takeAA6HandleVSgyF7Gateway8ExchangeV_Tg5
# Func Hash:
694937217451878934
# Num Counters:
6
# Counter Values:
812115
6
6
6
0
0
$0

$s5Bytes4SlabVAARi_zrlE4takeAA6HandleVSgyFAA10ByteBufferV_Tg5
# Func Hash:
694937217451878934
# Num Counters:
6
# Counter Values:
2047980
33
7
33
0
0
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVciM7Gateway10DownstreamV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
620256
620256
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVciM7Gateway11SessionSlotV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
1337543
1337543
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVciM7Gateway12UpstreamLinkV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
812454
812454
$0

$s5Bytes4SlabVAARi_zrlEyxAA6HandleVcir7Gateway11SessionSlotV_Tg5
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
225195
225195
$0

$s5HTTP110BodyReaderV11hasTrailersSbvg
# Func Hash:
974670605507546748
# Num Counters:
7
# Counter Values:
0
0
225083
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
902629
902629
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
1805258
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
902629
902629
0
0
0
0
0
1805258
0
0
0
902629
0
0
0
0
0
0
0
0
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
902634
721476
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
1623990
1623990
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
1398915
0
1398915
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
1851399
1851399
586920
1851399
9390720
0
586920
586920
0
0
0
0
0
0
586920
0
0
0
0
0
0
0
0
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
586920
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
1173840
586920
586920
586920
0
586920
586920
0
0
0
0
0
0
0
0
0
0
586920
0
0
0
0
0
0
0
0
0
0
586920
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
812977
$0

$s5HTTP114ResponseParserV10statusLine33_9EC89E452E65DDAE1AE35A727A2C7B18LLyys4SpanVys5UInt8VG_SnySiG4HTTP0B4HeadVztAL13ProtocolFaultOYKFTf4nnnd_n
# Func Hash:
225960588347869723
# Num Counters:
33
# Counter Values:
811995
0
0
811995
0
811995
0
0
1623990
0
811995
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
811995
$0

$s5HTTP114ResponseParserV5parse_9answering6limits4intoSiSg5Bytes10ByteBufferV_4HTTP6MethodOAL10HeadLimitsVAL0bM0VztAL13ProtocolFaultOYKF
# Func Hash:
57181829933742293
# Num Counters:
26
# Counter Values:
4059975
811995
1623990
811995
0
811995
0
811995
811995
0
0
0
0
0
0
0
0
811995
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
1625020
$0

$s5HTTP117ConnectionOptionsVyAC4HTTP9FieldListV_s4SpanVys5UInt8VGtAD13ProtocolFaultOYKcfCTf4nnd_n
# Func Hash:
595848540299407977
# Num Counters:
43
# Counter Values:
0
0
0
0
0
0
0
586906
0
0
0
0
0
0
14
811995
0
0
0
0
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
$0

$s5HTTP20A7SessionV10eventCountSivg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
887312
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
225195
231
225195
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
29446
0
$0

$s5HTTP20A7SessionV11readRequest_4intoySi_4HTTP0D4HeadVztAF13ProtocolFaultOYKF
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
225195
0
$0

$s5HTTP20A7SessionV12forgetEventsyyF
# Func Hash:
1124680650602959256
# Num Counters:
3
# Counter Values:
60324
0
0
$0

$s5HTTP20A7SessionV4send__4ends11hasTrailers4into9outputMaxAC4SentVs5Int32V_5Bytes10ByteBufferVS2bAOzSitF
# Func Hash:
1031809833824145520
# Num Counters:
7
# Counter Values:
225083
0
0
0
0
0
225083
$0

$s5HTTP20A7SessionV5eventyAA0A5EventVSiF
# Func Hash:
238984481941143025
# Num Counters:
3
# Counter Values:
675665
0
0
$0

$s5HTTP20A7SessionV5flush4into9outputMaxy5Bytes10ByteBufferVz_SitF
# Func Hash:
798733565531172365
# Num Counters:
4
# Counter Values:
450372
346963
346963
0
$0

$s5HTTP20A7SessionV5owner2ofs6UInt64Vs5Int32V_tF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
225195
$0

$s5HTTP20A7SessionV7consume_2ofySi_s5Int32VtF
# Func Hash:
238984484777895808
# Num Counters:
3
# Counter Values:
225195
0
0
$0

$s5HTTP20A7SessionV7isAliveSbvg
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
121877
3
$0

$s5HTTP20A7SessionV7receiveySb5Bytes10ByteBufferVF
# Func Hash:
798733565333678626
# Num Counters:
4
# Counter Values:
29446
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
225426
0
0
29446
29446
0
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
225083
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
225083
0
$0

$s5HTTP20A7SessionV8setOwner_2ofSbs6UInt64V_s5Int32VtF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
450390
$0

$s5HTTP20A7SessionV9lastTakens5Int32Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
225195
$0

$s5HTTP210FrameMeterV4next_4fromAC6HeaderVSgs4SpanVys5UInt8VG_SiztF
# Func Hash:
331779891727442092
# Num Counters:
8
# Counter Values:
2028834
29446
225426
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
225083
225083
225083
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
604548956639702053
# Num Counters:
35
# Counter Values:
0
0
0
0
1350498
450166
0
0
900332
0
0
0
0
0
225019
64
225083
0
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
225083
0
886128
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
225083
225083
0
0
0
$0

$s5HTTP210takeZeroed33_58B8112B590CE82B905435D4159D9951LL5count4size4userSvSgSi_SiAGtF
# Func Hash:
11922954846504125
# Num Counters:
7
# Counter Values:
0
449408
128
128
128
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
2251950
0
2026755
1125975
1576365
900780
0
225195
225195
0
0
225195
225195
0
225195
0
0
0
0
0
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

$s5HTTP211SpareBlocksV4takeySvSgSiF
# Func Hash:
1096621587862881552
# Num Counters:
5
# Counter Values:
1134771
320
1132471
1980
0
$0

$s5HTTP211SpareBlocksV7releaseyyF
# Func Hash:
798733567678424188
# Num Counters:
4
# Counter Values:
1980
68
4
0
$0

$s5HTTP211readContent7session6stream4room0F5Count5flags6source4userSis13OpaquePointerVSg_s5Int32VSpys5UInt8VGSgSiSpys6UInt32VGSgSpySo013nghttp2_data_I0aGSgSvSgtFTf4dnnnndn_n
# Func Hash:
187423135901894170
# Num Counters:
26
# Counter Values:
225083
225083
225083
225083
225083
0
225083
225083
225083
0
0
0
0
225083
0
0
0
0
0
0
225083
209236
225083
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
225083
$0

$s5HTTP212SessionStateV10beginBlockyys5Int32VF
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
225195
0
$0

$s5HTTP212SessionStateV10readMethod33_41917B64B682BCFD7E9332B7287A5AECLL_4intoyAA11HeaderBlockV_4HTTP11RequestHeadVztAI13ProtocolFaultOYKF
# Func Hash:
400170275565862594
# Num Counters:
39
# Counter Values:
675585
0
675585
0
0
225195
225195
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
372356426161708594
# Num Counters:
49
# Counter Values:
0
0
0
0
0
0
225195
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
837508515588836388
# Num Counters:
16
# Counter Values:
0
0
0
0
0
225195
0
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

$s5HTTP212SessionStateV11readRequest_4intoySi_4HTTP0E4HeadVztAF13ProtocolFaultOYKF
# Func Hash:
1028299011664610448
# Num Counters:
42
# Counter Values:
225195
0
0
0
0
0
225195
225195
0
0
0
0
0
0
225195
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
225195
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
225387
64
225195
284
0
$0

$s5HTTP212SessionStateV6forgetyyF
# Func Hash:
647472251140205354
# Num Counters:
10
# Counter Values:
29446
0
64
0
66
0
0
29380
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
1125975
1125975
0
1125975
900780
0
225195
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
192
0
0
$0

$s5HTTP212SessionStateV8endBlock7isFirst10endsStream5ownerySb_Sbs6UInt64VtF
# Func Hash:
650973722561123787
# Num Counters:
8
# Counter Values:
225195
225195
0
64
0
0
192
36
$0

$s5HTTP214onBeginHeaders33_F41603D9196A024A7275728E92D27D5DLL7session5frame4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_M0aGSgSvSgtFTo
# Func Hash:
431494654108067943
# Num Counters:
3
# Counter Values:
225195
225195
0
$0

$s5HTTP27onClose33_F41603D9196A024A7275728E92D27D5DLL7session6stream4code4users5Int32Vs13OpaquePointerVSg_AIs6UInt32VSvSgtF
# Func Hash:
567991001761753938
# Num Counters:
13
# Counter Values:
225083
225083
0
0
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
225083
$0

$s5HTTP27onFrame33_F41603D9196A024A7275728E92D27D5DLL7session5frame4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_L0aGSgSvSgtF
# Func Hash:
528554515230074452
# Num Counters:
20
# Counter Values:
0
225426
225426
225426
0
0
64
128
0
0
0
64
0
225195
0
225195
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
225426
$0

$s5HTTP28onHeader33_F41603D9196A024A7275728E92D27D5DLL7session5frame4name0M5Count5value0oN05flags4users5Int32Vs13OpaquePointerVSg_SPySo08nghttp2_L0aGSgSPys5UInt8VGSgSiAXSiAVSvSgtFTo
# Func Hash:
431494654108067943
# Num Counters:
3
# Counter Values:
1125975
1125975
0
$0

$s5HTTP29giveBlock33_58B8112B590CE82B905435D4159D9951LL5block4userySvSg_AFtF
# Func Hash:
287486625900999663
# Num Counters:
6
# Counter Values:
1811728
1134771
320
1134451
1134451
0
$0

$s5HTTP29giveBlock33_58B8112B590CE82B905435D4159D9951LL5block4userySvSg_AFtFTo
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1811728
$0

$s5HTTP29takeBlock33_58B8112B590CE82B905435D4159D9951LL4size4userSvSgSi_AFtFTo
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
1134515
1134515
$0

$s5Quota0A5DebitO6credit2in5limitAC6CreditVSg5Redis0G5ReplyV_AA0A5LimitVtFZTf4nnd_nTf4nx_n
# Func Hash:
1124680650843380658
# Num Counters:
4
# Counter Values:
90638
90638
90638
90636
$0

$s5Quota0A5DebitO8decision2in5limit11unixSecondsAA0A8DecisionV5Redis0I5ReplyV_AA0A5LimitVSitAJ0I5FaultOYKFZTf4nnnd_nTf4nxn_n
# Func Hash:
948827213050670811
# Num Counters:
7
# Counter Values:
0
0
90638
90638
90636
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
90637
0
90637
90637
0
90633
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
362551
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
90638
0
90637
0
0
0
90638
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
90634
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
812115
$0

$s5Quota9AdmissionV6askAll4slot4desk3nowAA7VerdictOSgSi_AA0B4DeskVzAA6MomentVtF
# Func Hash:
861549538789820802
# Num Counters:
24
# Counter Values:
90634
90634
90634
0
0
3
0
90634
90631
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90634
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
90634
90642
1
1
90634
0
90634
0
2
90641
0
90641
90638
0
3
90638
0
90635
90638
90633
1
0
1
90637
0
1
0
0
0
0
0
0
90638
90637
0
0
$0

$s5Quota9AdmissionV7receive4desk3nowAA7VerdictOSgAA0B4DeskVz_AA6MomentVtF
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
271913
90642
$0

$s5Quota9AdmissionV7takeOrg031_3721A8715FC1D76B2E94B721F35A87H0LLyyAA0B4DeskVz5Redis0N5FaultOYKF
# Func Hash:
556960143678641017
# Num Counters:
13
# Counter Values:
0
90637
90637
90637
90633
0
90637
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
90638
90638
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
90637
90634
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
355441
355433
19886
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
271931
16
0
275319
0
$0

$s5Redis0A4LinkV7isReadySbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
94052
$0

$s5Redis0A4LinkV7receiveyys4SpanVys5UInt8VGAA0A5FaultOYKF
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
3404
0
$0

$s5Redis0A5ReplyV12holdsStringsSbvg
# Func Hash:
391331300074903742
# Num Counters:
9
# Counter Values:
271914
0
0
0
453190
453190
90638
0
0
$0

$s5Redis0A5ReplyV13holdsIntegersSbvg
# Func Hash:
844982798567448867
# Num Counters:
4
# Counter Values:
271914
271914
90638
0
$0

$s5Redis0A5ReplyV4KindOAESQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
5438268
12
$0

$s5Redis0A5ReplyV4KindOSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
725100
$0

$s5Redis0A5ReplyV4kindAC4KindOvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
815737
$0

$s5Redis0A5ReplyV5bytess4SpanVys5UInt8VGvg
# Func Hash:
886271540078755313
# Num Counters:
4
# Counter Values:
453190
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
362551
$0

$s5Redis0A5ReplyV7elementyACSiF
# Func Hash:
141929913297720217
# Num Counters:
11
# Counter Values:
0
1087648
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
362550
$0

$s5Redis0A5ReplyV9errorCodeAA0a5ErrorD0OSgvg
# Func Hash:
334492584632381020
# Num Counters:
5
# Counter Values:
634484
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
50758008
$0

$s5Redis0A8PipelineV12openArgument33_4124C0345295F4F7A19169F676B9F0DALLyySiF
# Func Hash:
1127386591564868381
# Num Counters:
10
# Counter Values:
0
0
815802
0
0
0
0
0
0
815802
$0

$s5Redis0A8PipelineV4nexts6UInt64VSgyAA0A5FaultOYKF
# Func Hash:
421769329831247900
# Num Counters:
11
# Counter Values:
0
0
275335
271931
0
271931
0
90648
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
90638
90638
90638
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
181277
0
0
0
0
0
0
181277
$0

$s5Redis0A8PipelineV5replyAA0A5ReplyVvg
# Func Hash:
948827209916433103
# Num Counters:
7
# Counter Values:
725138
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
362550
1
0
362550
0
0
0
0
0
362550
$0

$s5Redis0A8PipelineV6expect_7replies15nowMillisecondsSbs6UInt64V_SiAHtF
# Func Hash:
1080275684092440338
# Num Counters:
8
# Counter Values:
90648
90648
0
0
0
0
0
90496
$0

$s5Redis0A8PipelineV7hasRoomSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90644
$0

$s5Redis0A8PipelineV7receiveyys4SpanVys5UInt8VGAA0A5FaultOYKF
# Func Hash:
753202735766421225
# Num Counters:
7
# Counter Values:
3404
0
3404
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
815800
181278
0
0
271924
0
0
0
0
0
271924
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
90638
0
1
0
90638
0
0
0
0
0
0
0
0
0
0
0
90638
90638
$0

$s5Redis0A8PipelineV8argumentyys12StaticStringVF
# Func Hash:
863177882791992354
# Num Counters:
16
# Counter Values:
0
0
90688
0
0
90688
0
0
0
0
0
0
0
0
90688
90688
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VGF
# Func Hash:
753202735163919470
# Num Counters:
7
# Counter Values:
0
0
90638
0
0
0
90638
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VG_s12StaticStringVA2ItF
# Func Hash:
909019275923364243
# Num Counters:
23
# Counter Values:
0
0
90638
0
0
0
90638
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90638
90638
$0

$s5Redis0A8PipelineV8argumentyys4SpanVys5UInt8VG_s12StaticStringVAItF
# Func Hash:
548435501198807392
# Num Counters:
18
# Counter Values:
0
0
181276
0
0
181276
0
0
0
0
0
0
0
0
0
0
181276
181276
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
271934
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
1178309
4
271931
634465
271913
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
271934
271934
271934
271934
271918
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
271934
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int32VtcfU0_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
271913
271913
271913
0
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int32VtcfU0_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
271913
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int64VtcfU1_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
271916
271916
271916
271914
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSg_s5Int64VtcfU1_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
271916
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSgcfU2_
# Func Hash:
798733564693780480
# Num Counters:
5
# Counter Values:
362546
362546
362546
362546
0
$0

$s5Redis14replyFunctionsSo016redisReplyObjectC0VyFSvSgSPySo0D8ReadTaskVGSgcfU2_To
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
362546
$0

$s6Crypto10HMACSHA256V6finishAA12SHA256DigestVyF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90631
$0

$s6Crypto12SHA256DigestV2eeoiySbAC_ACtFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
181276
$0

$s6Crypto12SHA256DigestV2eeoiySbAC_ACtFZTf4nnd_n
# Func Hash:
886271542793821084
# Num Counters:
4
# Counter Values:
725104
181276
0
0
$0

$s6Crypto12SHA256DigestV3hexACSgs4SpanVys5UInt8VG_tcfC
# Func Hash:
157411393043090532
# Num Counters:
13
# Counter Values:
2900416
725104
725104
90638
0
90638
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
91226
$0

$s6Crypto12SHA256DigestV4zeroACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
903912
$0

$s6Crypto12SHA256DigestV6prefixs6UInt64Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90637
$0

$s6Crypto12SHA256DigestV9finishingACSo14SHA256state_stVz_tc33_02B62C1CE20F60A4B4E8F9F6A8282357LlfCTf4nd_n
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
181262
$0

$s6Crypto13HMACSHA256KeyV12authenticateyAA12SHA256DigestVs4SpanVys5UInt8VGF
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
90631
0
$0

$s6Crypto6SHA256V6digest2ofAA0B6DigestVs4SpanVys5UInt8VG_tFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90641
$0

$s6Crypto6SHA256V6digest2ofAA0B6DigestVs4SpanVys5UInt8VG_tFZTf4nd_n
# Func Hash:
146835647075900052
# Num Counters:
2
# Counter Values:
90641
0
$0

$s6Policy0A6ReaderV5holds33_5AD80CB9A1236C05CD4F18612194CA92LL_2inSbSS_Says5UInt8VGtF
# Func Hash:
141929914030261455
# Num Counters:
11
# Counter Values:
1458
78
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
812101
8121136
1624216
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
1624216
1624216
0
0
1624216
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
721476
721476
0
11543616
0
721476
0
0
721476
721476
721476
0
721476
0
0
0
0
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

$s7Gateway10DownstreamV12keepTrailersyy5HTTP110BodyReaderVF
# Func Hash:
287486628565656535
# Num Counters:
5
# Counter Values:
225083
0
0
0
0
$0

$s7Gateway10DownstreamV5begin016_00A2002D7A9B188E15A6E8ECCCFB707C1LL8listener6clientySi_7Reactor9IPAddressVtF
# Func Hash:
238984482353853237
# Num Counters:
3
# Counter Values:
226057
0
0
$0

$s7Gateway12SpareBuffersV4lend2toy5Bytes10ByteBufferVz_tF
# Func Hash:
391331301729752426
# Num Counters:
6
# Counter Values:
2048691
2047852
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
2048006
2048006
2047980
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
225195
0
0
$0

$s7Gateway4WireV12returnOutput2toyAA12SpareBuffersVz_tF
# Func Hash:
536873290122109710
# Num Counters:
4
# Counter Values:
1173684
586842
0
586842
$0

$s7Gateway4WireV5closeyyF
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
1321
1321
$0

$s7Gateway4WireV5flushAC5FlushOyF
# Func Hash:
436124196528013292
# Num Counters:
14
# Counter Values:
1430047
1430045
1430047
1430045
0
1430047
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
902629
0
0
902629
0
0
0
902629
0
902629
0
902629
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
812107
0
812107
4
9026
0
0
0
0
0
0
0
20
$0

$s7Gateway6WorkerV10finishTurn33_B1AE266FA9945A5E3D55E94916D6ACCDLLyy5Bytes6HandleVF
# Func Hash:
287486627117652261
# Num Counters:
6
# Counter Values:
740492
740492
739949
649239
648774
0
$0

$s7Gateway6WorkerV10flushRedisyyF
# Func Hash:
93478048189912714
# Num Counters:
7
# Counter Values:
0
13370
335547
19894
0
13370
0
$0

$s7Gateway6WorkerV10forgetBodyyy5Bytes6HandleVF
# Func Hash:
1096621587575414197
# Num Counters:
5
# Counter Values:
1624110
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
90634
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
225195
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
811995
811995
0
0
0
0
0
$0

$s7Gateway6WorkerV10openStream33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5HTTP20M5EventV_5Bytes6HandleVAKtF
# Func Hash:
391739750525034703
# Num Counters:
36
# Counter Values:
0
225195
0
0
0
0
225195
0
0
0
1
225194
0
225195
0
225195
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
225195
225195
225195
$0

$s7Gateway6WorkerV10readFramesySb5Bytes6HandleVF
# Func Hash:
250885778901722629
# Num Counters:
24
# Counter Values:
29446
0
0
0
90427
29446
0
0
0
16
0
0
0
29446
0
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

$s7Gateway6WorkerV10sendStreamyy5Bytes6HandleVF
# Func Hash:
163404891440339620
# Num Counters:
28
# Counter Values:
676274
676274
0
225083
0
225083
225083
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
225083
0
$0

$s7Gateway6WorkerV10takeEvents33_3F432DB6F567BE9488F4BD7A7154FAC0LLyy5Bytes6HandleVF
# Func Hash:
585228856500098351
# Num Counters:
13
# Counter Values:
735989
735989
0
60324
0
60324
60324
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
811995
0
64
811995
811995
811995
811995
811995
811931
0
0
0
0
$0

$s7Gateway6WorkerV11beginIdlingyy5Bytes6HandleVF
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
614790
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
225195
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
812115
812115
0
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
811995
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
812003
225161
811939
811939
811925
811925
586842
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
812107
0
0
90631
0
0
0
0
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
253079
253079
225195
27884
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
90634
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
90634
0
0
0
0
0
$0

$s7Gateway6WorkerV12countRequestyy5Bytes6HandleV_AGtF
# Func Hash:
5832819998847753
# Num Counters:
10
# Counter Values:
812107
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

$s7Gateway6WorkerV12expireTimersyyF
# Func Hash:
233185534910505671
# Num Counters:
167
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
43
0
0
0
2112
0
0
0
0
0
0
0
0
0
0
2112
0
0
0
0
0
0
0
1234
0
0
0
355437
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
8
0
0
0
1
0
0
0
1040
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
1
19
14
33
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
3
8
0
0
0
0
$0

$s7Gateway6WorkerV12finishStream33_4490633ABB5C447E39ED6323A6E09C2ALLyy5Bytes6HandleVF
# Func Hash:
798733566933097745
# Num Counters:
4
# Counter Values:
225083
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
812107
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
121877
121877
121877
30878
0
121877
121877
3
0
121874
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
90634
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
812107
0
452
811655
209157
0
364433
811655
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
701607647427373091
# Num Counters:
14
# Counter Values:
0
812107
812107
812107
0
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
225083
5
78
586842
439
586842
586842
586842
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
1624109
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
225195
0
113376
0
0
27899
0
0
27884
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
111819
$0

$s7Gateway6WorkerV14agreesToTunnelySb5Bytes6HandleV_AGtF
# Func Hash:
290495009851596049
# Num Counters:
5
# Counter Values:
0
811995
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
812454
812454
812390
812390
459
812390
459
812390
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
811995
811995
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
586915
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
2745049
2745049
450607
2069359
2069359
121877
31019
617938
0
2
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
811995
0
811995
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
811995
0
225083
225083
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
586920
4
586916
586920
0
0
0
0
0
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
348101
31673
348101
225195
122904
122904
600
0
0
90632
31672
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
812115
0
0
0
0
0
0
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
501719675739241264
# Num Counters:
18
# Counter Values:
0
225083
586920
0
225083
0
225083
0
0
0
0
0
0
0
0
0
0
225083
$0

$s7Gateway6WorkerV17continueHandshake33_B1AE266FA9945A5E3D55E94916D6ACCDLLySb5Bytes6HandleVF
# Func Hash:
920543277809829248
# Num Counters:
15
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
$0

$s7Gateway6WorkerV17enqueueDownstreamyy5Bytes6HandleVF
# Func Hash:
974670606468940182
# Num Counters:
7
# Counter Values:
766536
766536
766536
122062
4
0
17
$0

$s7Gateway6WorkerV3runyyF
# Func Hash:
75213248069226438
# Num Counters:
196
# Counter Values:
0
0
0
811995
0
0
0
4
862
0
256
0
0
0
256
0
0
4
1435900
0
0
4
41450
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
4
0
0
0
0
0
0
2
363
619656
812462
3409
8
365
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
0
355437
619656
812462
365
0
0
0
0
355429
0
0
8
365
8
0
355430
3409
4
4
8
4
0
619656
619350
306
812454
0
812454
365
0
0
0
1624449
4
4
0
1624449
1624449
812454
4
647111
619350
0
0
0
4
0
4
0
0
4
0
0
0
459
0
0
0
812454
619350
0
619350
0
459
0
0
0
1751
0
0
0
0
0
0
0
0
0
0
0
459
0
587442
30746
0
0
0
0
0
459
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
355437
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
90634
0
$0

$s7Gateway6WorkerV4read33_B1AE266FA9945A5E3D55E94916D6ACCDLLySb5Bytes6HandleVF
# Func Hash:
981446174597838163
# Num Counters:
15
# Counter Values:
678771
13
678771
0
257
649317
62105
300
616366
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
225195
0
0
225083
225195
225083
0
225195
0
192
0
0
0
0
0
0
0
225195
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
135188634201437522
# Num Counters:
7
# Counter Values:
90638
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
225195
16
0
0
0
0
46
0
$0

$s7Gateway6WorkerV5hosts021_10B7AFB6D0A4D315E0E2F10A2AACC0AABLL2atSay6Policy11HostPatternVGSi_tF
# Func Hash:
694937219886524982
# Num Counters:
6
# Counter Values:
812115
812115
812115
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
811931
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
225083
0
0
0
0
0
225083
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
4332450
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
812107
0
812107
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
812115
812107
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
280681506675905097
# Num Counters:
21
# Counter Values:
812107
0
0
459
0
0
0
811648
0
0
0
0
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
812107
0
0
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
287486628263554180
# Num Counters:
6
# Counter Values:
90638
90637
0
2
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
90638
90634
0
812107
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
78
0
0
31018
586842
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
90635
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
812390
812107
0
0
0
0
$0

$s7Gateway6WorkerV8identify021_10B7AFB6D0A4D315E0E2F10A2AACC0AABLL_9isTrustedy5Bytes6HandleV_SbtF
# Func Hash:
391331304155633097
# Num Counters:
6
# Counter Values:
812115
0
0
0
0
0
$0

$s7Gateway6WorkerV8moveBody33_B1AE266FA9945A5E3D55E94916D6ACCDLLyAA4WireV0D8ProgressO5Bytes6HandleV_ALt4HTTP13ProtocolFaultOYKF
# Func Hash:
780330081800103
# Num Counters:
28
# Counter Values:
0
0
0
90634
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
560555358606939878
# Num Counters:
20
# Counter Values:
0
811931
811931
811931
0
0
0
0
0
0
0
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
181344
181344
181344
0
0
0
0
0
0
0
0
0
0
0
0
90634
0
0
0
0
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
368599545792362425
# Num Counters:
31
# Counter Values:
0
586920
0
586920
0
586920
0
0
0
496281
496281
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
496281
496281
0
$0

$s7Gateway6WorkerV8readLink33_D9350C46A1AD67917E6D77B9D47F74BFLLySb5Bytes6HandleVF
# Func Hash:
647472251192509702
# Num Counters:
13
# Counter Values:
812454
812454
0
0
812454
812454
0
459
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
122062
0
122062
4319
0
122044
0
355437
0
8525
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
812002
452
452
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
2259607
2259607
1175174
181344
90634
586920
586920
586920
1582053
257
257
0
103
90427
812559
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
31019
31018
0
0
0
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
225083
0
0
0
$0

$s7Gateway6WorkerV9isRemovedySbSiF
# Func Hash:
974670607543910791
# Num Counters:
7
# Counter Values:
812003
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
812115
812115
0
0
0
0
0
0
0
0
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
584
584
584
91342
73
0
0
0
0
0
0
0
0
584
$0

$s7Gateway6WorkerV9readRedis33_807B7689932544E22AB20A01C7531A74LLyyF
# Func Hash:
1142605401669407915
# Num Counters:
160
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
271913
0
0
0
271913
0
2
1
0
3409
0
0
0
0
0
0
0
3404
0
0
0
0
1
0
271913
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
90638
0
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
0
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
3409
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
$0

$s7Gateway6WorkerV9relayBodyySbSg5Bytes6HandleVF
# Func Hash:
842039261620613520
# Num Counters:
26
# Counter Values:
0
0
0
0
0
811995
0
0
0
0
0
0
0
0
0
0
0
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
811995
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
13451
13451
13451
13451
0
16779
0
0
0
0
0
0
0
0
$0

$s7Gateway6WorkerV9takesBodyySb5Bytes6HandleVF
# Func Hash:
438284564591834770
# Num Counters:
13
# Counter Values:
0
90710
0
0
0
181344
90710
0
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
29446
29446
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
2436444
2436444
1624449
811995
811995
1624449
0
811995
811995
0
0
0
$0

$s7Gateway6WorkerV9writeHead33_F8F2BE9F7B5DF7223075A099575671D0LL_2toy5Bytes6HandleV_AItF
# Func Hash:
865120594987420992
# Num Counters:
26
# Counter Values:
0
812107
0
0
812107
0
0
0
812107
0
0
0
0
0
0
0
0
0
0
0
0
0
0
812107
812107
0
$0

$s7Gateway8ExchangeV10judgeInputyAC4StepOAA5RulesC_8Contract0D5JudgeVztF
# Func Hash:
834258045059017855
# Num Counters:
41
# Counter Values:
90634
90634
0
0
0
0
0
0
0
0
0
90631
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
0
0
0
0
0
0
0
0
0
90631
$0

$s7Gateway8ExchangeV10writeToken33_873AF0945CFD24F575B8E0D39FFC965DLL4intoy5Bytes10ByteBufferVz_tF
# Func Hash:
82514736062300777
# Num Counters:
30
# Counter Values:
812107
0
90631
0
0
90631
0
0
0
0
90631
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90631
90631
0
0
90631
$0

$s7Gateway8ExchangeV11embedClaims5Bytes9ByteRangeVvg
# Func Hash:
22492059513618543
# Num Counters:
13
# Counter Values:
812107
0
0
0
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

$s7Gateway8ExchangeV11isPreflight33_81A2E0D2C9BAC123FABCF0F21BDCA4FFLLySbAA5RulesCF
# Func Hash:
247671767316802173
# Num Counters:
11
# Counter Values:
812115
0
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

$s7Gateway8ExchangeV11noteUpgradeyyF
# Func Hash:
776814507748730804
# Num Counters:
14
# Counter Values:
812115
721476
721476
0
721476
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

$s7Gateway8ExchangeV11writeFields4into_12assertionKey_y5Bytes10ByteBufferVz_AA12ForwardFactsV8Identity09AssertionG0VSg10Operations16IdentifierSourceVztF
# Func Hash:
563943033574710277
# Num Counters:
31
# Counter Values:
0
0
812107
0
812107
0
0
812107
90631
0
0
0
0
0
812107
0
0
0
0
0
0
0
0
0
0
721476
812107
812107
812107
812107
812107
$0

$s7Gateway8ExchangeV12addRequestIDyyF
# Func Hash:
567185240095986581
# Num Counters:
5
# Counter Values:
812003
0
0
812003
0
$0

$s7Gateway8ExchangeV12noteTrailersyyF
# Func Hash:
365794128939806549
# Num Counters:
21
# Counter Values:
0
0
0
0
0
0
812115
0
0
0
0
0
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

$s7Gateway8ExchangeV12writeFraming33_873AF0945CFD24F575B8E0D39FFC965DLL4intoy5Bytes10ByteBufferVz_tF
# Func Hash:
391331303400264110
# Num Counters:
6
# Counter Values:
90631
721476
0
0
0
0
$0

$s7Gateway8ExchangeV13writeIdentity33_873AF0945CFD24F575B8E0D39FFC965DLL4into6claimsy5Bytes10ByteBufferVz_AH0O5RangeVtF
# Func Hash:
413266017845933602
# Num Counters:
64
# Counter Values:
812107
0
90631
0
90631
0
90631
0
90631
0
0
90631
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90631
90631
0
0
90631
90631
90631
0
0
0
$0

$s7Gateway8ExchangeV14beginAdmission_6client3tag4desk3now5Quota7VerdictOSgAA5RulesC_8Identity13ClientNetworkVs6UInt64VAI0D4DeskVzAI6MomentVtF
# Func Hash:
602520063386621443
# Num Counters:
34
# Counter Values:
90638
90638
90638
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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

$s7Gateway8ExchangeV14judgeAbilitiesyAC4StepOAA5RulesCF
# Func Hash:
701607648268510422
# Num Counters:
13
# Counter Values:
1
0
90634
90635
0
90634
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
94559967560041365
# Num Counters:
50
# Counter Values:
0
90631
0
0
90631
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90631
0
0
0
90631
$0

$s7Gateway8ExchangeV14writeForwarded33_873AF0945CFD24F575B8E0D39FFC965DLL4into_y5Bytes10ByteBufferVz_AA12ForwardFactsVtF
# Func Hash:
1152271898965300345
# Num Counters:
63
# Counter Values:
0
812107
0
0
812107
0
0
812107
0
0
812107
0
0
812107
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
812107
0
812107
0
512421
512421
812107
812107
0
0
812107
$0

$s7Gateway8ExchangeV15acceptsAnything33_873AF0945CFD24F575B8E0D39FFC965DLLSbvg
# Func Hash:
438284562884350381
# Num Counters:
9
# Counter Values:
812107
0
0
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV15appendRequestID2toy5Bytes10ByteBufferVz_tF
# Func Hash:
783548775819808948
# Num Counters:
8
# Counter Values:
0
1714853
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV15makeRoomForBodyyyF
# Func Hash:
753202734966464348
# Num Counters:
8
# Counter Values:
90634
0
0
0
0
0
0
90634
$0

$s7Gateway8ExchangeV15overridesMethodySbAA5RulesC_8Contract10InputJudgeVztF
# Func Hash:
709651038147684314
# Num Counters:
21
# Counter Values:
812107
0
0
0
0
0
0
0
0
0
0
0
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
599005164095982118
# Num Counters:
10
# Counter Values:
586842
78
0
0
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV16judgeCredentials33_81A2E0D2C9BAC123FABCF0F21BDCA4FFLLyAC4StepOAA9RoutePlanV_AA5RulesCtF
# Func Hash:
209100686647615878
# Num Counters:
21
# Counter Values:
90638
721476
90638
0
90639
0
0
0
0
0
0
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
$0

$s7Gateway8ExchangeV16streamsMultipartySbAA5RulesCF
# Func Hash:
391331300193999938
# Num Counters:
7
# Counter Values:
812107
812107
90631
0
0
0
0
$0

$s7Gateway8ExchangeV17answersUntilCloseSbvg
# Func Hash:
844982797647504370
# Num Counters:
5
# Counter Values:
811925
0
0
0
0
$0

$s7Gateway8ExchangeV17findAuthorizationyyF
# Func Hash:
854638107665421261
# Num Counters:
11
# Counter Values:
90639
90638
90638
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
784007056844089447
# Num Counters:
2
# Counter Values:
812115
0
$0

$s7Gateway8ExchangeV5isFor33_81A2E0D2C9BAC123FABCF0F21BDCA4FFLLySbSay6Policy11HostPatternVGF
# Func Hash:
526279455586117124
# Num Counters:
10
# Counter Values:
812101
1624216
0
812115
812115
0
0
0
0
0
$0

$s7Gateway8ExchangeV6record_2toy10Operations12RequestFactsV_AF8RecorderVztF
# Func Hash:
1113760048735143769
# Num Counters:
22
# Counter Values:
0
1417
0
0
810698
0
0
0
0
0
0
0
0
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
1101761138554225346
# Num Counters:
16
# Counter Values:
812003
90637
90637
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
$0

$s7Gateway8ExchangeV9findRoute33_81A2E0D2C9BAC123FABCF0F21BDCA4FFLLyAC4StepOSgAA5RulesCF
# Func Hash:
620229481709210414
# Num Counters:
25
# Counter Values:
812115
0
721476
0
812115
0
0
0
0
0
0
0
0
0
0
0
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
393568427306132902
# Num Counters:
15
# Counter Values:
90639
0
812115
0
812115
90639
812115
812115
812115
812115
812115
0
0
0
0
$0

$s7Gateway8ExchangeV9judgeSizeyAC4StepOAA5RulesCF
# Func Hash:
319113594559806805
# Num Counters:
16
# Counter Values:
0
812110
721476
90634
90634
0
90634
0
90634
0
0
0
0
0
0
0
$0

$s7Gateway8ExchangeV9takeTraceyy10Operations16IdentifierSourceVzF
# Func Hash:
830659418075114600
# Num Counters:
9
# Counter Values:
812115
0
0
0
0
0
0
0
0
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
1333
12
$0

$s7Reactor10TimerWheelV12earliestSlot33_217BF0DCE4151539B2609F7314EB9F8CLLSi4list_Si5starttSgyF
# Func Hash:
1096621587452368558
# Num Counters:
5
# Counter Values:
1442871
711050
711030
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
355430
0
355442
0
0
$0

$s7Reactor10TimerWheelV4link33_217BF0DCE4151539B2609F7314EB9F8CLLyys6UInt32VF
# Func Hash:
141929911054158372
# Num Counters:
11
# Counter Values:
6867
6640
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
4496
163
163
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
2997944
2996451
0
0
$0

$s7Reactor10TimerWheelV6expire3nows6UInt32VSgSi_tF
# Func Hash:
247671766909679932
# Num Counters:
10
# Counter Values:
4453
163
2657
43
355445
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
1176
5380
0
39
4789
0
0
0
0
0
0
0
0
0
0
0
0
202
$0

$s7Reactor10TimerWheelV8schedule_14atMillisecondsys6UInt32V_SitF
# Func Hash:
896858935704670625
# Num Counters:
10
# Counter Values:
1802
4210
3026240
26
0
1469
26
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
159751
1493
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

$s7Reactor5ClockV20monotonicNanosecondsSiyFZ
# Func Hash:
238984481941143025
# Num Counters:
3
# Counter Values:
90638
0
0
$0

$s7Reactor5ClockV7refreshyyF
# Func Hash:
391331300282461118
# Num Counters:
6
# Counter Values:
355501
59
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
1148
$0

$s7Reactor5ErrnoV4lastACvgZ
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
1148
0
$0

$s7Reactor5ErrnoVACSQAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
10512
36
$0

$s7Reactor5ErrnoVACs5ErrorAAWl
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
7580
80
$0

$s7Reactor5ErrnoVSQAASQ2eeoiySbx_xtFZTW
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1728
$0

$s7Reactor5EventV10isReadableSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1435519
$0

$s7Reactor5EventV10isWritableSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1435519
$0

$s7Reactor5EventV12isPeerClosedSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1433393
$0

$s7Reactor5EventV8isFailedSbvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
619656
$0

$s7Reactor5TokenV3rawACs6UInt64V_tcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
271913
$0

$s7Reactor5TokenV4kind6handleACs5UInt8V_5Bytes6HandleVtcfC
# Func Hash:
784007058953177093
# Num Counters:
2
# Counter Values:
91959
0
$0

$s7Reactor5TokenV4kinds5UInt8Vvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1435908
$0

$s7Reactor5TokenV6handle5Bytes6HandleVvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1704031
$0

$s7Reactor6PollerV3add_5tokenys5Int32V_AA5TokenVtAA5ErrnoVYKF
# Func Hash:
1124680651882813910
# Num Counters:
3
# Counter Values:
1325
0
0
$0

$s7Reactor6PollerV4wait19timeoutMillisecondsS2i_tAA5ErrnoVYKF
# Func Hash:
844982796142277857
# Num Counters:
4
# Counter Values:
355457
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
1435908
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
1925
$0

$s7Reactor6SocketV4sendyAA8IOResultOs4SpanVys5UInt8VGF
# Func Hash:
391331301775196590
# Num Counters:
7
# Counter Values:
0
0
1125244
0
1125244
0
0
$0

$s7Reactor6SocketV5closeyyF
# Func Hash:
784007059655560962
# Num Counters:
2
# Counter Values:
1321
1321
$0

$s7Reactor6SocketV7receive4into6atMostAA8IOResultO5Bytes10ByteBufferVz_SitF
# Func Hash:
701607647827667215
# Num Counters:
14
# Counter Values:
1119686
4601
4382
1119686
442
1115085
1119686
1119686
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
6818
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
3409
0
0
3409
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
367
1229
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
181276
181276
181276
$0

$s7Reactor9IPAddressV8loopbackACvgZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
2381
$0

$s8Contract10InputJudgeV12storageBytesSivg
# Func Hash:
844982796950093491
# Num Counters:
4
# Counter Values:
90634
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
90634
$0

$s8Contract10InputJudgeV5judge_8encoding4body5queryAA0B7VerdictOAA0B7ProgramV_AA0B8EncodingOs4SpanVys5UInt8VGARtF
# Func Hash:
290495010329364959
# Num Counters:
5
# Counter Values:
90634
0
0
90634
90631
$0

$s8Contract10InputJudgeV7reportsSayAA10RuleReportVGvg
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90634
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
362531
362531
362531
0
0
0
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
453720
$0

$s8Contract12InputProgramVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
543822
$0

$s8Contract12InputProgramVWOh
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90637
$0

$s8Contract12InputProgramVwcp
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
91086
$0

$s8Contract12InputProgramVwxx
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90820
$0

$s8Contract12InputReadingV4read_4body5queryAA0B7RefusalOSgAA0B8EncodingO_s4SpanVys5UInt8VGAPtF
# Func Hash:
484499720027329975
# Num Counters:
8
# Counter Values:
0
90634
0
0
1
90633
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
90634
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
60
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
90634
0
0
0
0
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
813873
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
181268
181268
181268
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
634438
362541
362531
362531
1
0
543804
0
362531
0
0
0
0
0
0
0
0
90634
90634
90634
90634
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
90637
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
90633
0
0
0
90633
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
725062
0
271908
453164
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
543804
181268
0
0
0
453164
543800
0
0
362531
0
0
0
0
0
90634
0
0
181268
0
0
0
0
0
90633
0
0
0
0
0
0
0
0
0
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
181268
0
0
0
0
0
0
0
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
90634
1
90633
1
$0

$s8Contract14RuleEvaluationV6locate33_5826D9FBB4915E65500FAA01ACDB05F7LL5below____ySi_AA11InputSourceOSiAA0L7ProgramVAA0L4ViewVtF
# Func Hash:
858573434955966577
# Num Counters:
53
# Counter Values:
1359493
90633
90633
0
634431
0
362531
1540764
453165
453164
362531
90633
90633
0
362532
90633
0
0
90633
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
90634
90633
0
0
0
0
0
0
0
0
0
0
0
0
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
362531
362531
362531
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
181272
0
453170
0
0
0
0
271898
0
0
0
0
0
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
90633
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
1624230
12181725
0
0
0
812115
2436345
2436345
0
2436345
0
0
2436345
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
8121150
0
0
2436345
2436345
2436345
2436345
0
0
0
0
2436345
$0

$s8Contract6RouterV5match__8capturesAA10RouteMatchOs4SpanVys5UInt8VG_4HTTP6MethodOAA8CapturesVztF
# Func Hash:
814865059576423955
# Num Counters:
8
# Counter Values:
812115
812115
812115
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
812115
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
812115
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
271902
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
55
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
3333
$0

$s8Document10DiagnosticVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
3255
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
1178236
0
90637
90637
90637
271901
271901
181264
0
0
0
0
181264
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
90637
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
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
90636
0
2
362544
0
362538
362536
0
0
90636
90636
90636
90636
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90636
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
181277
0
181276
0
181276
181276
0
0
0
0
0
181276
0
$0

$s8Identity11BearerTokenV13authorizationACs4SpanVys5UInt8VG_tAC5FaultOYKcfC
# Func Hash:
859667638100601121
# Num Counters:
26
# Counter Values:
1
181276
0
0
0
181276
181276
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
181276
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
181276
0
181276
$0

$s8Identity11TokenRecordO11writeLookup2id6prefix4intoySi_s4SpanVys5UInt8VG5Redis0K8PipelineVztFZ
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90638
$0

$s8Identity11TokenRecordO5judge_2id6digest11unixSeconds4intoAC7RefusalOSg5Redis0K5ReplyV_Si6Crypto12SHA256DigestVSiA2AVztAL0K5FaultOYKFZ
# Func Hash:
804816984761641418
# Num Counters:
13
# Counter Values:
0
0
90638
90638
90638
90638
90638
90637
90637
0
0
0
90637
$0

$s8Identity11TokenRecordO7isEmpty33_B9052170F01836ABE6C69F9205885397LLySb5Redis0K5ReplyVFZTf4nd_n
# Func Hash:
536873292752216120
# Num Counters:
4
# Counter Values:
90638
90638
90638
0
$0

$s8Identity12AssertionKeyV11appendLines33_092C3283BEC51BD5B728442357824155LL_2toyAA0B6ClaimsV_5Bytes10ByteBufferVztFZTf4nnd_n
# Func Hash:
228348382948304524
# Num Counters:
50
# Counter Values:
90631
90631
90631
90631
90631
90631
0
90631
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90631
90631
90631
90631
90631
90631
90631
0
$0

$s8Identity12AssertionKeyV6append_11unixSeconds2toyAA0B6ClaimsV_Si5Bytes10ByteBufferVztF
# Func Hash:
1024717265579848395
# Num Counters:
29
# Counter Values:
0
90631
0
90631
0
0
90631
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90631
0
90631
90631
$0

$s8Identity12AssertionKeyVSgWOg
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
2436321
2164428
$0

$s8Identity13ClientNetworkV4high3lowACs6UInt64V_AGtcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90638
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
90634
0
0
$0

$s8Identity14VerifiedTokensV3org2ins4SpanVys5UInt8VGSi_tF
# Func Hash:
650973720942267334
# Num Counters:
8
# Counter Values:
181268
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
90650
90641
90641
90638
90637
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
90637
90637
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
90637
90637
90637
90637
90637
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
90634
90646
90637
90637
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
90637
90637
3
90634
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
90631
$0

$s8Identity15AssertionClaimsVWOh
# Func Hash:
170957022131388415
# Num Counters:
1
# Counter Values:
181262
$0

$s8Identity8EmbedKeyVSgWOi0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1536
$0

$s8Identity9TokenNoteV19intervalNanoseconds5burstACSi_SitcfC
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90637
$0

$s8Identity9TokenNoteV19intervalNanoseconds5burstACSi_SitcfcfA0_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90633
$0

$s8Identity9TokenNoteV19intervalNanoseconds5burstACSi_SitcfcfA_
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90633
$0

$s8Identity9TokenUsesV4note2id11unixSecondsySi_SitF
# Func Hash:
393568427334862680
# Num Counters:
13
# Counter Values:
0
90637
4
12
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
90637
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
453179
721476
0
0
0
0
721476
$0

$s8IdentityAAV3set2id3org4user9abilitiesSbSi_s4SpanVys5UInt8VGA2LtF
# Func Hash:
965248893290629366
# Num Counters:
42
# Counter Values:
0
0
181274
0
90637
90637
90637
90637
90637
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
0
90637
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
181262
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
902754
$0

$s8IdentityAAV6grantsySbAA7AbilityVF
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
90636
$0

$s8IdentityAAV9abilitiess4SpanVys5UInt8VGvg
# Func Hash:
187771963753960191
# Num Counters:
7
# Counter Values:
271898
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
271893
721476
0
0
0
0
721476
$0

$s8Upstream11TargetGroupV12requestBeganyySiF
# Func Hash:
391331301984907091
# Num Counters:
6
# Counter Values:
812107
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
812107
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
811931
811931
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
812107
0
0
811648
0
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
812107
0
812107
0
0
812107
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
11839
283
279
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
811995
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
181267
0
90633
0
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
729090
0
418314
0
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
89706
0
60287
0
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
29380
0
29380
0
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
29380
0
29380
0
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
271931
0
271931
0
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
8525
0
8525
0
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
90633
0
90633
0
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
90632
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
90633
0
90633
0
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
225019
0
225019
0
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
181267
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
642
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
450390
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
450294
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
1182
102
102
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
812107
811648
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
2534100
$0

$ss11InlineArrayV9repeatingAByxq_Gq__tcfC$9__SiTt1g5
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
1624614
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
2
0
0
40
24
2
0
1128
0
48
0
0
0
48
2
2
2
$0

$ss17_NativeDictionaryV20_copyOrMoveAndResize8capacity12moveElementsySi_SbtFSS_8Document4MarkVTg5
# Func Hash:
231439397321152387
# Num Counters:
17
# Counter Values:
0
41
0
6296
0
41
0
3761
0
3459
0
0
0
3459
41
41
41
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
90636
0
$0

$ss22_ContiguousArrayBufferV19_uninitializedCount15minimumCapacityAByxGSi_SitcfC8Contract10RuleReportV_Tt1g5
# Func Hash:
784007056844089447
# Num Counters:
2
# Counter Values:
90634
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
90636
0
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtF4HTTP5FieldV_Tg5
# Func Hash:
326953198419788627
# Num Counters:
9
# Counter Values:
1861
1861
692
0
1169
1861
0
0
861
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
92
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
386
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
386
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
3842
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
7684
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSS_Tg5
# Func Hash:
1040079909134615379
# Num Counters:
9
# Counter Values:
13422
12522
8016
0
5406
12426
0
0
2238
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFSS_Tg5
# Func Hash:
1040079911538017516
# Num Counters:
9
# Counter Values:
6711
6261
4008
0
2703
6213
0
0
1119
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
775
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
465
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFs5UInt8V_Tg5
# Func Hash:
326953198419788627
# Num Counters:
9
# Counter Values:
16604
10962
11893
0
4711
10962
0
0
2548
$0

$ss22_ContiguousArrayBufferV20_consumeAndCreateNew14bufferIsUnique15minimumCapacity13growForAppendAByxGSb_SiSbtFs5UInt8V_Tg5
# Func Hash:
326953200823190764
# Num Counters:
9
# Counter Values:
9488
6264
6796
0
2692
6264
0
0
1456
$0

$ss22__RawDictionaryStorageC4find_9hashValues10_HashTableV6BucketV6bucket_Sb5foundtx_SitSHRzlF8Contract8JSONPathV4StepO_Tg5
# Func Hash:
495986875643858311
# Num Counters:
10
# Counter Values:
128
200
245
3825
3825
2545
8368
3893
1563
245
$0

$ss22__RawDictionaryStorageC4find_9hashValues10_HashTableV6BucketV6bucket_Sb5foundtx_SitSHRzlFSS_Tg5
# Func Hash:
607699200200471043
# Num Counters:
5
# Counter Values:
198531
193275
191637
277407
12105
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
1986714
3341939
2845582
7724553
6636747
2754767
0
0
$0

$ss4SpanV5Bytess5UInt8VRszlE12decimalValueSiSgyF
# Func Hash:
798733567988067482
# Num Counters:
5
# Counter Values:
2526738
9204404
9204404
2526738
0
$0

$ss4SpanV5Bytess5UInt8VRszlE18equalsIgnoringCaseySbs12StaticStringVF
# Func Hash:
438284565275393183
# Num Counters:
10
# Counter Values:
9388952
9388952
1805294
993285
993285
0
0
0
0
181276
$0

$ss4SpanV5Bytess5UInt8VRszlE6equalsySbAByAEGF
# Func Hash:
599005162715170508
# Num Counters:
10
# Counter Values:
4785640
4785639
812115
812115
2708250
2708246
812115
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
90653
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
453170
0
0
90634
0
90634
90634
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
119669766
180042
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
1000
$0

__swift_noop_void_return
# Func Hash:
742261418966908927
# Num Counters:
1
# Counter Values:
341354133
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

