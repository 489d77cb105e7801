import Contract
import Testing

/// Names and values of queries and forms as PHP reads them; each row was tried with PHP 8.2.
@Suite struct FormTests {
    /// Rows: the text, a path, and the value there (nil: nothing is there).
    @Test(arguments: [
        ("a[b]=1", "a.b", "1"), ("a[]=1&a[]=2", "a.1", "2"), ("a[b=1", "a_b", "1"),
        ("a[b[c=1", "a_b_c", "1"),
        ("a.b=1", "a_b", "1"), ("a b=1", "a_b", "1"), (" a=1", "a", "1"), ("%20%20a=1", "a", "1"),
        ("a[b][c]=1&a[b]=2", "a.b", "2"), ("a[b]=1&a=2", "a", "2"), ("a=2&a[b]=1", "a.b", "1"),
        ("a[x]y=1", "a.x", "1"), ("a[b][]=1", "a.b.0", "1"), ("a%00b=1", "a", "1"),
        ("a[5]=x&a[]=y", "a.6", "y"), ("a[01]=x&a[]=y", "a.0", "y"), ("a[ b]=1", "a. b", "1"),
        ("a]=1", "a]", "1"), ("a]b[c]=1", "a]b.c", "1"), ("a[b]c[d]=1", "a.b", "1"),
        ("a[[b]=1", "a.[b", "1"), ("a[b[c]=1", "a.b[c", "1"), ("a+b=c+d", "a_b", "c d"),
        ("&&a=1&", "a", "1"), ("a=1;b=2", "a", "1;b=2"), ("a[b] =1", "a.b", "1"),
        ("%61=1", "a", "1"), ("a%5Bb%5D=1", "a.b", "1"), ("a=%zz%4", "a", "%zz%4"),
        ("a[b.c=1", "a_b_c", "1"), ("a[ ]=1", "a.0", "1"), ("a.[b]=1", "a_.b", "1"),
        ("a[b]][c]=3", "a.b", "3"), ("a=x%3Dy=z", "a", "x=y=z"), ("a=%C3%A9", "a", "é"),
    ])
    func `a value stands where PHP puts it`(
        _ query: String, _ path: String, _ value: String
    ) throws {
        let judging = try Judging([(path, "required|string|in:\(value)")])
        #expect(judging.answer("", query: query, type: "", method: "GET") == "passes")
        #expect(judging.answer(query, type: "application/x-www-form-urlencoded") == "passes")
    }

    @Test(arguments: [
        ("[a]=1", "a"), ("=1", ""), ("a[b]=1", "a_b"), ("a[x.y]=1", "a.x_y"), ("A=1", "a"),
    ])
    func `and nowhere else`(_ query: String, _ path: String) throws {
        guard !path.isEmpty else { return }
        let judging = try Judging([(path, "required")])
        #expect(judging.answer("", query: query, type: "", method: "GET") != "passes")
    }

    @Test func `values that are not UTF-8 are strings all the same`() throws {
        let judging = try Judging([("a", "required|string|min:1")])
        #expect(judging.answer("", query: "a=%FF%FE", type: "", method: "GET") == "passes")
        // Only ASCII blanks go when the text is not UTF-8.
        let blank = try Judging([("a", "required")])
        #expect(blank.answer("", query: "a=%20%FF", type: "", method: "GET") == "passes")
    }

    @Test(arguments: [(999, "passes"), (1_000, "passes"), (1_001, "tooManyVariables")])
    func `more variables than PHP reads are not judged`(_ count: Int, _ answer: String) throws {
        let judging = try Judging([("a", "string")])
        let query = (0..<count).map { "v\($0)=" }.joined(separator: "&")
        #expect(judging.answer("{}", query: query) == answer)
        #expect(judging.answer(query, type: "application/x-www-form-urlencoded") == answer)
    }

    @Test(arguments: [(63, "passes"), (64, "passes"), (65, "tooDeep")])
    func `names nest as deep as PHP lets them`(_ depth: Int, _ answer: String) throws {
        let judging = try Judging([("b", "string")])
        let query = "a" + String(repeating: "[x]", count: depth) + "=1"
        #expect(judging.answer("{}", query: query) == answer)
    }
}
