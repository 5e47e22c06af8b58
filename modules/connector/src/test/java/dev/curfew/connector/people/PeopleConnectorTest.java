package dev.curfew.connector.people;

import static dev.curfew.connector.people.PeopleFixture.coverage;
import static dev.curfew.connector.people.PeopleFixture.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.people.Person;
import dev.curfew.model.port.SourceException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleConnectorTest {

    @TempDir
    private Path folder;

    private PeopleFixture list;

    @BeforeEach
    void begin() {
        list = new PeopleFixture(folder)
                .with("email-column", "Work email")
                .with("user-column", "Login")
                .with("left-column", "Last day")
                .with("zone", "Europe/Berlin");
    }

    private static Person person(String email, String user, @Nullable Instant left) {
        return new Person(email, "", List.of(email), List.of(user), List.of(), "", left);
    }

    @Test
    void namedColumnsMakePeople() throws Exception {
        Observation read = list.with("alias-column", "GitHub")
                .with("name-column", "Full name")
                .with("team-column", "Department")
                .with("id-column", "No")
                .read("No,Full name,Work email,Login,GitHub,Department,Last day,Salary\r\n"
                        + "7,\"Hopper, Grace\",Grace@Example.org,ghopper,\"gracehopper, amazing-grace\",Navy,"
                        + "2026-10-31,70000\r\n");

        assertThat(people(read))
                .containsExactly(new Person(
                        "7",
                        "Hopper, Grace",
                        List.of("grace@example.org"),
                        List.of("ghopper"),
                        List.of("gracehopper", "amazing-grace"),
                        "Navy",
                        Instant.parse("2026-10-31T23:00:00Z")));
        assertThat(coverage(read).state()).isEqualTo(CoverageState.READ);
        assertThat(read.toString()).as("no other column is kept").doesNotContain("70000");
    }

    @Test
    void aByteOrderMarkQuotesAndEmptyLinesDoNotMatter() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        bytes.write("\"Work email\",LOGIN,\" Last day \"\r\n\r\nzoë@example.org,\"z\",\r\n"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(people(list.read(bytes.toByteArray()))).containsExactly(person("zoë@example.org", "z", null));
    }

    @Test
    void aWrongRowIsToldAndTheRestGoesOn() throws Exception {
        Observation read = list.read("""
                Work email,Login,Last day
                ada@example.org,ada,
                bo@example.org,bo,31.12.2026
                cy@example.org,"c
                y",
                ,,
                di@example.org,di
                eve@example.org,"eve"ning,
                fay@example.org,fay,2026-12-31T18:00+01:00
                """);

        assertThat(people(read))
                .containsExactly(
                        person("ada@example.org", "ada", null),
                        person("fay@example.org", "fay", Instant.parse("2026-12-31T17:00:00Z")));
        assertThat(coverage(read).state()).isEqualTo(CoverageState.PARTIAL);
        assertThat(coverage(read).detail())
                .contains("line 3, column 3 (Last day): expected a date as 2026-11-29, or as --date-format says")
                .contains("line 4, column 2 (Login): expected text in UTF-8, without control characters")
                .contains("line 6, column 1 (Work email): expected something by which the person is known")
                .contains("line 7: expected 3 cells as in the first row, not 2")
                .contains("line 8: expected quotes that close")
                .doesNotContain("31.12.2026");
    }

    @Test
    void aQuoteThatNeverClosesCostsItsRowOnly() throws Exception {
        Observation read = list.read("""
                Work email,Login,Last day
                ada@example.org,"ada,
                bo@example.org,bo,
                """);

        assertThat(people(read)).containsExactly(person("bo@example.org", "bo", null));
        assertThat(coverage(read).detail()).contains("line 2: expected quotes that close");
    }

    @Test
    void aDateNeedsAZoneThatSomebodyStated() throws Exception {
        String text = """
                Work email,Login,Last day
                ada@example.org,ada,2026-10-31
                bo@example.org,bo,2026-10-31T00:00Z
                """;

        Observation unstated = list.without("zone").read(text);
        Observation stated = list.with("zone", "America/New_York").read(text);

        assertThat(people(unstated))
                .containsExactly(person("bo@example.org", "bo", Instant.parse("2026-10-31T00:00:00Z")));
        assertThat(coverage(unstated).detail()).contains("line 2, column 3 (Last day): expected an offset", "--zone");
        assertThat(people(stated).getFirst().left()).isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
    }

    @Test
    void datesMayBeWrittenOtherwise() throws Exception {
        Observation read = list.with("date-format", "d.M.yyyy")
                .with("separator", "semicolon")
                .read("Work email;Login;Last day\nada@example.org;ada;1.2.2026\nbo@example.org;bo;30.2.2026\n");

        assertThat(people(read))
                .containsExactly(person("ada@example.org", "ada", Instant.parse("2026-02-01T23:00:00Z")));
        assertThat(coverage(read).detail()).contains("line 3, column 3 (Last day)");
    }

    @Test
    void aStatusSaysItWithoutADay() throws Exception {
        Observation read = list.with("status-column", "Status")
                .with("left-status", "Terminated, Retired")
                .read("""
                        Work email,Login,Last day,Status
                        ada@example.org,ada,,active
                        bo@example.org,bo,,retired
                        """);

        assertThat(people(read))
                .containsExactly(
                        person("ada@example.org", "ada", null), person("bo@example.org", "bo", Person.SOME_DAY));
    }

    @Test
    void whoIsThereTwiceIsHereAsLongAsEitherSays() throws Exception {
        String back = "ada@example.org,ada,\n";
        String left = "ada@example.org,ada,2020-01-31\n";
        String header = "Work email,Login,Last day\n";

        Observation one = list.read(header + back + left);
        Observation other = list.read(header + left + back);

        assertThat(people(one)).isEqualTo(people(other)).containsExactly(person("ada@example.org", "ada", null));
        assertThat(coverage(other).detail())
                .contains("line 3, column 1 (Work email): expected one row for each person");
    }

    @Test
    void ofSomePeopleOnlyAbsenceSaysNothing() throws Exception {
        String text = "Work email,Login,Last day\nada@example.org,ada,\n";

        assertThat(coverage(list.read(text)).provesAbsence()).isTrue();
        assertThat(coverage(list.with("part", "true").read(text)).provesAbsence())
                .isFalse();
    }

    @Test
    void readAgainItIsTheSame() throws Exception {
        list.read("Work email,Login,Last day\nada@example.org,ada,\nbo@example.org,bo,2026-01-31\n");

        assertThat(list.read().facts()).isEqualTo(list.read().facts());
    }

    @Test
    void whatIsNoSuchListIsRefusedWithoutQuotingIt() {
        assertRefused("hunter2,other\n1,2\n", "names 2 columns, and none is called \"Work email\" (--email-column)");
        assertRefused("Work email,Login,work email,Last day\n", "two columns called \"Work email\"");
        assertRefused("\"Work email,Login,Last day\n", "its first row cannot be read");
        list.with("zone", "Mars/Olympus");
        assertRefused("Work email,Login,Last day\n", "There is no zone Mars/Olympus");
        list.with("zone", "UTC").with("left-status", "gone");
        assertRefused("Work email,Login,Last day\n", "--status-column and --left-status belong together");
        list.without("left-status").without("email-column").without("user-column");
        assertRefused("Work email,Login,Last day\n", "give --email-column");
    }

    private void assertRefused(String text, String why) {
        assertThatThrownBy(() -> list.read(text))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("hunter2");
    }
}
