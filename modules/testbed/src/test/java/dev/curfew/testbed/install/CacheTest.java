package dev.curfew.testbed.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a made-up Python that counts its installations; `PipTest` has the real one.
class CacheTest {
    private static final Requirements TINY = new Requirements("tiny", "tiny", "tiny==1.0\n");

    @TempDir
    Path folder;

    @Test
    void aFolderIsNamedByVersionAndByWhatTheFileSays() {
        assertThat(TINY.folder()).startsWith("tiny-1.0-");
        assertThat(new Requirements("tiny", "tiny", "tiny==1.0\n# other\n").folder())
                .isNotEqualTo(TINY.folder());
        assertThat(Requirements.OPENBAO.folder()).startsWith("openbao-2.7.2-");
        assertThat(Requirements.MOTO.folder()).startsWith("moto-5.2.5-");
    }

    @Test
    void itIsInstalledOnceAndFoundAfterwards() throws IOException {
        Cache cache = new Cache(folder, python("sleep 0.1"));
        Path first = cache.environment(TINY);
        assertThat(cache.environment(TINY)).isEqualTo(first).isDirectoryContaining("glob:**/bin");
        assertThat(installations()).hasSize(1);
        assertThat(cache.file(TINY, Path.of("bin", "python"))).exists();
        assertThatThrownBy(() -> cache.file(TINY, Path.of("bin", "bao")))
                .isInstanceOf(TestbedException.class)
                .hasMessageContaining("bin/bao");
    }

    @Test
    void manyThreadsInstallOnce() throws Exception {
        String python = python("sleep 0.3");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> new Cache(folder, python).environment(TINY)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(installations()).hasSize(1);
    }

    @Test
    void twoJvmsInstallOnce() throws Exception {
        String python = python("sleep 1");
        Process one = jvm(python);
        Process two = jvm(python);
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        assertThat(installations()).hasSize(1);
    }

    @Test
    void aFailedInstallationLeavesNothingBehindAndIsTriedAgain() throws IOException {
        String failing = python("echo no such registry; exit 1");
        assertThatThrownBy(() -> new Cache(folder, failing).environment(TINY))
                .isInstanceOf(TestbedException.class)
                .hasMessageContaining("no such registry");
        assertThat(folder.resolve(TINY.folder())).doesNotExist();
        assertThat(folder.resolve(TINY.folder() + ".half")).doesNotExist();
        assertThat(new Cache(folder, python("true")).environment(TINY)).isDirectory();
    }

    @Test
    void whatAKilledInstallationLeftIsSweptAway() throws IOException {
        Path half =
                Files.createDirectories(folder.resolve(TINY.folder() + ".half").resolve("lib"));
        Files.writeString(half.resolve("torn"), "x");
        assertThat(new Cache(folder, python("true")).environment(TINY).resolve("lib"))
                .doesNotExist();
    }

    @Test
    void withoutPythonOneSentenceSaysWhatToInstall() {
        assertThatThrownBy(() -> new Cache(folder, "no-such-python3").environment(TINY))
                .isInstanceOf(TestbedException.class)
                .hasMessage("The real-server tests need Python 3.11 or newer with its venv module: install python3 and"
                        + " python3-venv (Debian: apt-get install python3 python3-venv), or leave those tests out with"
                        + " -Dtestbed=none.");
    }

    /// Makes an environment whose own Python, in place of installing, notes that it was asked and does as told.
    private String python(String install) throws IOException {
        Path program = folder.resolve("python-" + Integer.toHexString(install.hashCode()));
        Files.writeString(program, """
                #!/bin/sh
                [ "$1" = -c ] && exit 0
                mkdir -p "$3/bin"
                printf '#!/bin/sh\\necho asked >> %s/installations\\n%s\\n' > "$3/bin/python"
                chmod +x "$3/bin/python"
                """.formatted(folder, install));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program.toString();
    }

    private List<String> installations() throws IOException {
        return Files.readAllLines(folder.resolve("installations"));
    }

    private Process jvm(String python) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstallOnce.class.getName(),
                        folder.toString(),
                        python)
                .inheritIO()
                .start();
    }

    /// What the two JVMs run.
    static final class InstallOnce {
        private InstallOnce() {}

        public static void main(String[] arguments) {
            new Cache(Path.of(arguments[0]), arguments[1]).environment(TINY);
        }
    }
}
