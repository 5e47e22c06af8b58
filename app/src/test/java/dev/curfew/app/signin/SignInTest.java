package dev.curfew.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Officers who sign in at a real Keycloak, on the command line, and approve with it.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private static final String ACCESS = "sample-openbao:policy/break-glass";
    private static final String DONE = "close this window";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s,]+");
    private static final Pattern CODE = Pattern.compile("enter the code (\\S+),");

    private final StaffRealm staff;
    private final StaffRealm guests;
    private final CommandBench bench;
    private final String bo;

    SignInTest(Keycloak keycloak, @TempDir Path home) {
        staff = StaffRealm.fresh(keycloak, "sign-in-staff");
        guests = StaffRealm.fresh(keycloak, "sign-in-guests");
        bo = staff.person("bo.staff");
        staff.person("cy.staff");
        guests.person("bo.staff");
        bench = new CommandBench(home, Clock.systemUTC());
    }

    @BeforeAll
    void found() {
        done(bench.run("init"));
        done(bench.run("sample"));
        for (String officer : new String[] {"ada", "bo", "cy"}) {
            done(bench.addOfficer(officer));
        }
        staff.required(bench);
    }

    private static Answer done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }

    private String request() {
        return done(bench.as("ada", "request", ACCESS, "--for", "15m", "--reason", "restore"))
                .item()
                .path("id")
                .asText();
    }

    /// Signs in while the person sits at the browser.
    private Answer signIn(String officer, Consumer<String> person, String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "officer";
        words[1] = "sign-in";
        System.arraycopy(more, 0, words, 2, more.length);
        return bench.watched(told -> ADDRESS.matcher(told).find(), person, officer, words);
    }

    private static String address(String told) {
        Matcher matcher = ADDRESS.matcher(told);
        assertThat(matcher.find()).as(told).isTrue();
        return matcher.group();
    }

    @Test
    void whoSignedInInTheBrowserApproves() {
        Answer unknown = signIn("bo", told -> staff.at("bo.staff").open(address(told), DONE));
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(unknown.err()).contains("curfew officer bind bo --subject " + bo);
        done(bench.as("ada", "officer", "bind", "bo", "--subject", bo));

        String request = request();
        Answer early = bench.as("bo", "approve", request);
        assertThat(early.exitCode()).isNotZero();
        assertThat(early.err()).contains("curfew officer sign-in --officer bo");

        Instant before = Instant.now();
        Answer signedIn = done(signIn("bo", told -> staff.at("bo.staff").open(address(told), DONE)));
        assertThat(signedIn.item().path("subject").asText()).isEqualTo(bo);
        assertThat(Instant.parse(signedIn.item().path("authTime").asText()))
                .isAfter(before.minus(Duration.ofSeconds(30)));
        done(bench.as("bo", "approve", request));
        assertThat(done(bench.json("requests")).items()).anySatisfy(one -> {
            assertThat(one.path("id").asText()).isEqualTo(request);
            assertThat(one.path("state").asText()).isEqualTo("APPROVED");
        });

        String ledger = done(bench.json("ledger", "list")).out();
        assertThat(ledger).contains("officer.signed-in");
        done(bench.json("ledger", "verify"));
        // every token begins so
        assertThat(bench.seen()).doesNotContain("eyJ");

        // somebody else at the browser, and the same name in another realm
        Answer other = signIn("bo", told -> staff.at("cy.staff").open(address(told), DONE));
        assertThat(other.err()).contains("who is not bo");
        done(bench.as("ada", "officer", "sign-in-by", guests.issuer(), "--client-id", StaffRealm.CLIENT));
        Answer guest = signIn("bo", told -> guests.at("bo.staff").open(address(told), DONE));
        assertThat(guest.err()).contains("the roster does not say yet who bo is there");
        done(bench.as("ada", "officer", "sign-in-by", staff.issuer(), "--client-id", StaffRealm.CLIENT));

        Answer device = done(signIn(
                "bo",
                told -> {
                    Matcher code = CODE.matcher(told);
                    assertThat(code.find()).as(told).isTrue();
                    staff.at("bo.staff").open(address(told) + "?user_code=" + code.group(1), "Device Login Successful");
                },
                "--device"));
        assertThat(device.item().path("subject").asText()).isEqualTo(bo);
        done(bench.as("bo", "approve", request()));

        assertThat(done(bench.run("officer", "sign-out", "bo")).err()).contains("bo is signed out");
        assertThat(bench.as("bo", "approve", request()).err()).contains("curfew officer sign-in --officer bo");
        assertThat(done(bench.run("officer", "sign-out", "bo")).err()).contains("Nobody is signed in as bo");
    }
}
