package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A newcomer's first minutes, by mouse and keyboard: the sample, the over-privileged CI role, its blast radius.
class SampleJourneyTest {

    @Test
    void findsTheOverPrivilegedCiRoleAndSeesItsBlastRadius() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.filled()) {
            ShellBench bench = FxThread.call(() -> new ShellBench(
                    workspace.desk(),
                    new Theme(),
                    () -> SampleWorkspace.NOW,
                    Destination.of(Place.OVERVIEW),
                    ShellBench.ROBOT_SIZE,
                    ShellBench.ROBOT_SIZE));
            try {
                FxRobot robot = new FxRobot();

                robot.clickOn((ToggleButton) node(bench, Place.INVENTORY));
                robot.clickOn("#inventory-filter").write("over-privileged");
                TableView<?> table = robot.lookup("#inventory-table").queryAs(TableView.class);
                assertThat(table.getItems()).isNotEmpty();
                assertThat(FxThread.call(() -> new Hands(bench).texts())).contains(Story.CI_ROLE_NAME);
                robot.clickOn(Story.CI_ROLE_NAME);
                robot.push(KeyCode.CONTROL, KeyCode.B);

                ListView<?> reached = robot.lookup("#reach-list").queryAs(ListView.class);
                assertThat(bench.history.here().get()).isEqualTo(Destination.of(Place.BLAST_RADIUS, Story.CI_ROLE));
                assertThat(reached.getItems()).hasSizeGreaterThan(100);
                assertThat(FxThread.call(() -> new Hands(bench).texts())).contains("administrator");
            } finally {
                FxThread.run(bench::close);
            }
        }
    }

    private static Object node(ShellBench bench, Place place) throws Exception {
        return FxThread.call(() -> bench.scene.getRoot().lookupAll(".rail-item").stream()
                .filter(it -> it instanceof ToggleButton button && place.title().equals(button.getText()))
                .findFirst()
                .orElseThrow());
    }
}
