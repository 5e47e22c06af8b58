package dev.curfew.testbed.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.TestbedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's own Go, on modules made here: no proxy is asked.
@RealServer
class GoTest {
    private static final String MODULE =
            "module tiny\n\ngo 1.26\n\nrequire tiny.example/part v1.0.0\n\nreplace tiny.example/part => ./part\n";

    @TempDir
    Path folder;

    @Test
    void aProgramIsBuiltOnceAndItsFolderIsNamedByVersionAndFiles() {
        Cache cache = new Cache(folder, "python3", "go");
        Path program = cache.program(tiny("package main\n\nfunc main() {}\n"), "tiny");

        assertThat(program).isExecutable();
        assertThat(folder.relativize(program)).asString().startsWith("tiny-1.0.0-");
        assertThat(new Cache(folder, "python3", "no-such-go").program(tiny("package main\n\nfunc main() {}\n"), "tiny"))
                .isEqualTo(program);
        assertThat(GoModule.KUBERNETES.folder()).startsWith("kubernetes-1.36.3-");
    }

    @Test
    void whatDoesNotCompileIsSaidWithTheCompilersWordsAndLeavesNothing() {
        GoModule broken = tiny("package main\n\nfunc main() { nothing() }\n");

        assertThatThrownBy(() -> new Cache(folder, "python3", "go").program(broken, "tiny"))
                .isInstanceOf(TestbedException.class)
                .hasMessageContaining("undefined: nothing");
        assertThat(folder).isDirectoryNotContaining(path -> !path.toString().endsWith(".lock"));
    }

    @Test
    void withoutGoOneSentenceSaysWhatToInstall() {
        assertThatThrownBy(() -> new Cache(folder, "python3", "no-such-go").program(tiny(""), "tiny"))
                .isInstanceOf(TestbedException.class)
                .hasMessage("The tests against a real Kubernetes build it with Go 1.26 or newer: install Go"
                        + " (https://go.dev/dl), or leave the real-server tests out with -Dtestbed=none.");
    }

    private static GoModule tiny(String main) {
        return new GoModule(
                "tiny",
                "tiny.example/part",
                Map.of("go.mod", MODULE, "part/go.mod", "module tiny.example/part\n", "main.go", main),
                List.of(new GoModule.Program("tiny", ".", List.of())));
    }
}
