import Glibc
import Testing

/// An upgrade that fails, or is not to be, leaves the old process serving.
@Suite(.serialized) struct UpgradeFaultTests {
    @Test func `a program that fails changes nothing, and the next upgrade can`() throws {
        let rig = try Rig(.init(workers: 1))
        var client = try rig.client()
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer().status == 200)

        try rig.replaceProgram(script: "exit 3")
        try rig.upgrade(says: "failed (exit status 3); this process goes on serving")
        try rig.replaceProgram(script: "kill -SEGV $$")
        try rig.upgrade(says: "failed (signal 11); this process goes on serving")
        guard unsafe unlink(rig.place.file("bawaba")) == 0 else { throw Failure("unlink") }
        try rig.upgrade(says: "cannot start \(rig.place.file("bawaba")): ENOENT")
        try rig.restoreProgram()
        try rig.changePolicy("workers: 1", to: "workers: many")
        try rig.upgrade(says: "(exit status 1); this process goes on serving. It says: ")
        #expect(rig.gateway.log.contains("`workers` is the text \"many\""))

        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer()["connection"] != "close")
        #expect(try rig.gateway.ask("/readyz").status == 200)
        try rig.changePolicy("workers: many", to: "workers: 1")
        let before = rig.gateway.log.components(of: "goes on serving").count
        rig.gateway.signal(SIGUSR2)
        try eventually("the new process") { rig.gateway.log.contains("is ready and serves") }
        #expect(rig.gateway.log.components(of: "goes on serving").count == before)
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer()["connection"] == "close")
        #expect(try rig.gateway.wait() == 0)
        try Replacement(id: rig.lastStarted).stop()
    }

    @Test func `a new process that cannot reach Redis fails where the old one could`() throws {
        let rig = try Rig(.init(workers: 1))
        try rig.changePolicy(rig.redis.socketPath, to: "/nowhere/redis.sock")
        try rig.upgrade(says: "0 of 1 workers have reached Redis")
        #expect(try rig.gateway.ask("/readyz").status == 200)
        try eventually("its end") { rig.gateway.log.contains("goes on serving") }
    }

    @Test func `without Redis a new process takes over after a while`() throws {
        let rig = try Rig(.init(workers: 1, redisURL: "unix:///nowhere/redis.sock", isReady: false))
        let new = try rig.upgrade()
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(try rig.gateway.wait() == 0)
        try new.stop()
    }

    @Test func `one that never is ready is killed, and says no more`() throws {
        let rig = try Rig(.init(workers: 1, timeouts: "{upgrade_start: 1h}"))
        try rig.replaceProgram(
            script: "trap '' TERM; exec tail -f \(rig.place.file("gateway.yaml"))")
        // A reload changes how long it has.
        try rig.reload(("upgrade_start: 1h", "upgrade_start: 300ms"))
        try rig.upgrade(
            says: "was not ready within 300 ms (`timeouts.upgrade_start`) (signal 9); "
                + "this process goes on serving")
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(try rig.gateway.ask("/readyz").status == 200)
    }

    @Test func `one that ends as soon as it serves leaves the old one serving`() throws {
        let rig = try Rig(.init(workers: 2))
        var client = try rig.client()
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer().status == 200)
        let load = try Load(rig, keptOpen: 2, short: 2)
        // What a new process says when it has begun to accept; then it is gone.
        try rig.replaceProgram(
            script: """
                pipe=$(sed -n 's/^report //p' /proc/self/fd/$BAWABA_HANDOVER)
                echo ready >/proc/self/fd/$pipe
                exit 3
                """)
        try rig.upgrade(
            says: "ended as soon as it served (exit status 3); this process goes on serving")
        #expect(rig.gateway.log.contains("is ready and accepts connections beside this one"))
        try load.goOn()
        #expect(try load.stop() == 0)
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer()["connection"] != "close")
        #expect(try rig.gateway.ask("/readyz").status == 200)
        try rig.reload()
        // And the next upgrade can.
        try rig.restoreProgram()
        rig.gateway.signal(SIGUSR2)
        try eventually("the new process", within: 60_000) {
            rig.gateway.log.contains("is ready and serves")
        }
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer()["connection"] == "close")
        #expect(try rig.gateway.wait() == 0)
        try Replacement(id: rig.lastStarted).stop()
    }

    /// A new process that says what a shell writes to `$report`, and stays.
    private func pretend(_ rig: Rig, _ script: String) throws {
        try rig.replaceProgram(
            script: """
                report=/proc/self/fd/$(sed -n 's/^report //p' /proc/self/fd/$BAWABA_HANDOVER)
                tail -f \(rig.place.file("gateway.yaml")) >/dev/null &
                \(script)
                while :; do wait; done
                """)
    }

    @Test func `one that is told to end as soon as it serves leaves the old one serving`() throws {
        let rig = try Rig(.init(workers: 1))
        // It finishes what it has taken, and is not hurried.
        try pretend(rig, "echo ready >$report; echo ending >$report")
        try rig.upgrade(says: "is ending already; this process goes on serving")
        let new = Replacement(id: rig.lastStarted)
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(try rig.gateway.ask("/readyz").status == 200)
        #expect(new.isRunning)
        kill(new.id, SIGKILL)
        try eventually("its end") {
            rig.gateway.log.contains("told to end as soon as it served (signal 9)")
        }
        try rig.reload()
    }

    @Test func `a changed policy reaches the process that comes to serve`() throws {
        let rig = try Rig(.init(workers: 1))
        let told = rig.place.file("told")
        let go = rig.place.file("go")
        guard unsafe mkfifo(go, 0o600) == 0 else { throw Failure("mkfifo") }
        try pretend(rig, "trap 'echo yes >\(told)' HUP; read line <\(go); echo ready >$report")
        try rig.upgrade(says: "upgrade: started process")
        let new = Replacement(id: rig.lastStarted)
        // Over the socket it is refused for that time; the signal is passed on.
        let (status, output) = try rig.tryReload()
        #expect(status == 1)
        #expect(output.contains("an upgrade is under way"))
        rig.gateway.signal(SIGHUP)
        try rig.place.write("now\n", to: "line")
        #expect(try Program.run(["cp", rig.place.file("line"), go], in: rig.place).0 == 0)
        try eventually("the reload", within: 60_000) { textOfFile(told) == "yes\n" }
        #expect(try rig.gateway.wait() == 0)
        kill(new.id, SIGKILL)
    }

    @Test func `a policy that changed during a failed upgrade is in force after it`() throws {
        let rig = try Rig(.init(workers: 1))
        try rig.replaceProgram(script: "exec tail -f \(rig.place.file("gateway.yaml"))")
        try rig.upgrade(says: "upgrade: started process")
        rig.gateway.signal(SIGHUP)
        kill(rig.lastStarted, SIGKILL)
        try eventually("the reload") { rig.gateway.log.contains("policy 2 ") }
    }

    @Test func `SIGTERM ends the old process alone once the new one serves`() throws {
        let rig = try Rig(.init(workers: 1))
        let client = try rig.client()
        let scene = rig.upstream.scene { visit in _ = visit.awaitEnd() }
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        // Or the new process could be who takes it.
        _ = try scene.request()
        try rig.upgrade(says: "is ready and accepts connections beside this one")
        let new = Replacement(id: rig.lastStarted)
        rig.gateway.terminate()
        try eventually("the drain") { (try? rig.gateway.ask("/readyz").status) == 200 }
        // While the old one still has a request, the new one alone answers for the gateway.
        for _ in 0..<20 { #expect(try rig.gateway.ask("/readyz").status == 200) }
        client.socket.close()
        #expect(try rig.gateway.wait() == 0)
        #expect(new.isRunning)
        #expect(try rig.ask("GET", "/open").status == 200)
        try new.stop()
    }

    @Test func `one upgrade at a time, and SIGTERM ends both processes`() throws {
        let rig = try Rig(.init(workers: 1))
        try rig.replaceProgram(script: "exec tail -f \(rig.place.file("gateway.yaml"))")
        try rig.upgrade(says: "upgrade: started process")
        let new = Replacement(id: rig.lastStarted)
        try rig.upgrade(says: "SIGUSR2 is ignored: an upgrade is under way")
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(new.isRunning)
        rig.gateway.terminate()
        #expect(try rig.gateway.wait() == 0)
        try eventually("the end of the new process") { !new.isRunning }
    }

    @Test func `a process that has yet to prove itself refuses to be replaced`() throws {
        let rig = try Rig(.init(workers: 1))
        let new = try rig.startUnwatched()
        kill(new.id, SIGUSR2)
        try eventually("its refusal") {
            rig.gateway.log.contains("SIGUSR2 is refused: the process before this one still serves")
        }
        rig.gateway.signal(SIGCONT)
        try eventually("the end of the proof") { rig.gateway.log.contains("is ready and serves") }
        #expect(try rig.gateway.wait() == 0)
        #expect(rig.lastStarted == new.id)
        #expect(try rig.ask("GET", "/open").status == 200)
        // And now it may be.
        kill(new.id, SIGUSR2)
        try eventually("the third process", within: 60_000) {
            rig.gateway.log.components(of: "is ready and serves").count == 3
        }
        try Replacement(id: rig.lastStarted).stop()
    }

    @Test func `ticket keys are not made anew while two processes have them`() throws {
        let rig = try Rig(.init(workers: 1))
        // The new process is told that the keys' time is over.
        let wrapper = try rig.place.write(
            """
            os, re, sys, fcntl = map(__import__, ["os", "re", "sys", "fcntl"])
            old = int(os.environ["BAWABA_HANDOVER"])
            os.lseek(old, 0, os.SEEK_SET)
            text = re.sub(rb"rotation \\d+", b"rotation 1", os.read(old, 1 << 20))
            new = os.memfd_create("handover", os.MFD_ALLOW_SEALING)
            os.write(new, text)
            fcntl.fcntl(new, 1033, 15)
            os.set_inheritable(new, True)
            os.environ["BAWABA_HANDOVER"] = str(new)
            os.execv(sys.argv[1], sys.argv[1:])

            """, to: "hand_over.py")
        try rig.replaceProgram(
            script: "exec python3 \(wrapper) \(try Gateway.binary) \"$@\"")
        let new = try rig.startUnwatched()
        let file = rig.place.file("session.pem")
        let first = try rig.tlsRequest(["-sess_out", file])
        #expect(first.contains("New, TLSv1.3") && first.contains("HTTP/1.1 200 OK"), "\(first)")
        kill(new.id, SIGKILL)
        rig.gateway.signal(SIGCONT)
        try eventually("the old process") { rig.gateway.log.contains("goes on serving") }
        let second = try rig.tlsRequest(["-sess_in", file])
        #expect(second.contains("Reused, TLSv1.3"), "\(second)")
    }

    @Test func `nothing but what is needed is passed on`() throws {
        // Other tests' descriptors are not the gateway's.
        let closing =
            "import os, sys; os.closerange(3, 4096); os.execvp(sys.argv[1], sys.argv[1:])"
        let rig = try Rig(.init(workers: 2, wrapper: ["python3", "-c", closing]))
        let list = rig.place.file("descriptors")
        try rig.replaceProgram(script: "ls -l /proc/$$/fd >\(list); exit 1")
        try rig.upgrade(says: "goes on serving")
        let text = textOfFile(list)
        // Three listeners of two workers, the admin listener and the control socket.
        #expect(text.components(of: "socket:[").count - 1 == 8)
        #expect(text.components(of: "pipe:[").count - 1 == 1)
        #expect(text.components(of: "memfd:").count - 1 == 1)
        #expect(!text.contains("anon_inode"))
        #expect(!text.contains("access.log"))
    }

    @Test(.enabled(if: getuid() == 0, "namespaces are root's to make"))
    func `process 1 refuses, since its container would end`() throws {
        let rig = try Rig(.init(workers: 1, wrapper: ["unshare", "-pf", "--kill-child"]))
        let own = rig.gateway.id
        let children = textOfFile("/proc/\(own)/task/\(own)/children")
        let inner = try #require(pid_t(children.split(separator: " ").first ?? ""))
        kill(inner, SIGUSR2)
        try eventually("its refusal") {
            rig.gateway.log.contains("SIGUSR2 is refused: this is process 1")
        }
        #expect(try rig.ask("GET", "/open").status == 200)
    }

    @Test func `a handover that is none is refused`() throws {
        let place = try Workplace()
        let binary = try Gateway.binary
        let policy = "\(Gateway.root)/policies/oktawa/gateway.yaml"
        for value in ["x", "0", "3", "999"] {
            let (status, output) = try Program.run(
                ["env", "BAWABA_HANDOVER=\(value)", binary, "serve", policy], in: place)
            #expect(status == 1)
            #expect(output.contains("BAWABA_HANDOVER is \"\(value)\", which is no handover"))
        }
    }
}
