package dev.curfew.app.cli.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.testbed.SoftHsm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Officers whose key is on a token: on SoftHSM's, in processes of their own, since a module is named by who starts
/// them.
class OfficerTokenTest {
    private static final String PIN = "246813";

    @TempDir
    private Path home;

    private CommandBench bench;
    private Map<String, String> environment;

    @BeforeEach
    void makeToken() throws IOException, InterruptedException {
        assumeTrue(SoftHsm.module().isPresent(), "SoftHSM is not installed (Debian: softhsm2)");
        SoftHsm hsm = SoftHsm.in(home);
        hsm.make("adas", PIN);
        hsm.putKey("adas", PIN, "officer", "01");
        bench = new CommandBench(home, Clock.systemUTC());
        bench.run("init");
        environment = new HashMap<>(bench.environment());
        environment.put(hsm.variable(), hsm.configuration().toString());
        environment.put("CURFEW_PKCS11_MODULE", SoftHsm.module().orElseThrow().toString());
        environment.put("CURFEW_OFFICER_PASSPHRASE_FILE", bench.file("pin", PIN).toString());
    }

    private CurfewProcess run(int code, String... arguments) throws InterruptedException {
        CurfewProcess run = CurfewProcess.start(home, environment, List.of(arguments));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
        return run;
    }

    @Test
    void theRosterIsFoundedWithAKeyThatStaysOnItsToken() throws Exception {
        run(ExitCode.DONE, "officer", "add", "ada", "--token", "pkcs11:token=adas;object=officer");
        run(ExitCode.DONE, "officer", "found", "--quorum", "1", "--officer", "ada");
        CurfewProcess roster = run(ExitCode.DONE, "officer", "roster", "--format", "json");
        assertThat(roster.out()).contains("ada");
        assertThat(run(ExitCode.DONE, "ledger", "verify").out()).isNotEmpty();
        assertThat(Files.readString(bench.workspace().resolve("officers/ada.key")))
                .contains("pkcs11:id=%01")
                .doesNotContain(PIN);

        bench.file("pin", "135792");
        assertThat(run(ExitCode.REFUSED, "officer", "quorum", "1", "--officer", "ada")
                        .err())
                .contains("The PIN of the token of officer ada is wrong.")
                .doesNotContain("135792");
        environment.remove("CURFEW_PKCS11_MODULE");
        assertThat(run(ExitCode.REFUSED, "officer", "quorum", "1", "--officer", "ada")
                        .err())
                .contains("Set CURFEW_PKCS11_MODULE");
    }

    @Test
    void whatIsNoUriOfAKeyIsRefusedBeforeAnybodyIsAsked() throws Exception {
        assertThat(run(ExitCode.USAGE, "officer", "add", "ada", "--token", "pkcs11:token=a?module-path=/tmp/theirs.so")
                        .err())
                .contains("is no PKCS #11 URI of a key");
    }
}
