package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of people and of approvals, from the files to what they are for.
class PeopleTest {
    private static final String HEADER = "Email,Login,Last day\n";

    @TempDir
    private Path home;

    private CommandBench bench;

    @BeforeEach
    void begin() {
        bench = CommandBench.withTheSample(home);
    }

    private Answer staff(String rows, String... more) {
        Path file = bench.file("staff.csv", HEADER + rows);
        String[] words = {
            "import",
            "people",
            file.toString(),
            "--name",
            "hr",
            "--email-column",
            "Email",
            "--user-column",
            "Login",
            "--left-column",
            "Last day",
            "--zone",
            "UTC"
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return bench.json(all);
    }

    @Test
    void anOwnerWhoLeftIsAFinding() {
        Answer read = staff("data@example.org,data,2026-10-31\nmobile@example.org,mobile,\n");

        assertThat(read.exitCode()).as(read.err()).isZero();
        JsonNode gone = bench.json("owners", "--gone")
                .items()
                .valueStream()
                .filter(it -> it.path("owner").asText().equals("data"))
                .findFirst()
                .orElseThrow();
        assertThat(gone.path("left").asText()).isEqualTo("2026-10-31");
        assertThat(gone.path("how").asText()).isEqualTo("USER");
        assertThat(gone.path("list").asText()).isEqualTo("hr");
        Answer inventory = bench.json("identities", "--owner", "data");
        assertThat(inventory
                        .items()
                        .valueStream()
                        .filter(it ->
                                it.path("ownership").path("owner").asText().equals("data")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("ownership").toString())
                        .contains("owner-gone")
                        .contains("left on 2026-10-31, says hr"))
                .allSatisfy(it -> assertThat(it.path("findings").toString()).contains("\"orphan\""));
    }

    @Test
    void readAgainNothingChangesAndWhoIsMissingFromALaterListIsNotGone() {
        staff("data@example.org,data,2026-10-31\nmobile@example.org,mobile,\n");

        Answer again = staff("data@example.org,data,2026-10-31\nmobile@example.org,mobile,\n");
        assertThat(again.item().path("added").asLong()).isZero();
        assertThat(again.item().path("changed").asLong()).isZero();
        assertThat(again.item().path("removed").asLong()).isZero();

        Answer part = staff("billing@example.org,billing,2026-11-01\n", "--part");
        assertThat(part.item().path("removed").asLong()).isZero();
        assertThat(state("data")).as("an earlier list told so").isEqualTo("GONE");
        assertThat(state("billing")).isEqualTo("GONE");
        assertThat(state("mobile")).isEqualTo("HERE");

        staff("billing@example.org,billing,2026-11-01\n");
        assertThat(state("mobile")).isEqualTo("UNLISTED");
    }

    @Test
    void whereAnOwnerIsNamedAndHowSureThatIsStandsWhereverItIsShown() {
        staff("data@example.org,data,\n");
        String evidence = "tag owner; in hr by the user name";

        JsonNode owner = bench.json("owners")
                .items()
                .valueStream()
                .filter(it -> it.path("owner").asText().equals("data"))
                .findFirst()
                .orElseThrow();
        assertThat(owner.path("evidence").valueStream().map(JsonNode::asText)).contains(evidence);
        assertThat(bench.run("owners").out()).contains("NAMED BY", "tag owner; ");
        String id = bench.json("identities", "--owner", "data")
                .items()
                .valueStream()
                .filter(it -> it.at("/ownership/evidence").asText().equals(evidence))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        Answer shown = bench.json("show", id);
        assertThat(shown.items().get(0).at("/ownership/evidence").asText()).isEqualTo(evidence);
        assertThat(shown.err()).contains(" is data, by " + evidence + ".");
    }

    private String state(String owner) {
        return bench.json("owners")
                .items()
                .valueStream()
                .filter(it -> it.path("owner").asText().equals(owner))
                .findFirst()
                .orElseThrow()
                .path("state")
                .asText();
    }

    @Test
    void frictionIsMeasuredFromTheFirstImport() {
        Path file = bench.file("tickets.csv", """
                Key,Created,Resolved,Team
                A-1,2026-11-02T09:00Z,2026-11-02T10:00Z,data
                A-2,2026-11-02T09:00Z,2026-11-05T09:30Z,data
                A-3,2026-11-02T09:00Z,never,data
                """);
        Answer read = bench.json(
                "import",
                "tickets",
                file.toString(),
                "--name",
                "jira",
                "--id-column",
                "Key",
                "--asked-column",
                "Created",
                "--decided-column",
                "Resolved",
                "--team-column",
                "Team");

        assertThat(read.out()).contains("line 4, column 3 (Resolved)").doesNotContain("never,");
        JsonNode row = bench.json("friction", "--team", "data").item();
        assertThat(row.path("asked").asLong()).isEqualTo(2);
        assertThat(row.path("medianSeconds").asLong()).isEqualTo(3_600);
        assertThat(row.path("ninetiethSeconds").asLong()).isEqualTo(3 * 86_400 + 1_800);
        assertThat(bench.run("friction").out()).contains("1 h 0 min").contains("3 d 0 h");
    }
}
