package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.component.chart.BarsChart;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import java.time.InstantSource;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// How fast access moves, on the overview.
class VelocityPicturesTest {
    private static final InstantSource CLOCK = () -> SampleWorkspace.NOW;

    private static ShellBench overview(SampleWorkspace workspace, Theme theme) {
        return new ShellBench(workspace.desk(), theme, CLOCK, Destination.of(Place.OVERVIEW));
    }

    @Test
    void daysWithoutAReadingAreSaidToBeUnknown() throws Exception {
        try (SampleWorkspace workspace =
                SampleWorkspace.moving(400, 410, 410, 405, 0, 0, 440, 442, 442, 420, 421, 422, 0, 460)) {
            Pictures.inBothThemesAndSizes("velocity", theme -> overview(workspace, theme), bench -> {
                bench.picture();
                assertThat(bench.scene.getRoot().lookupAll(".bars-chart"))
                        .singleElement()
                        .isInstanceOfSatisfying(BarsChart.class, chart -> {
                            assertThat(chart.getAccessibleText())
                                    .startsWith("In 14 days ")
                                    .endsWith("4 days without a reading to compare are shaded: unknown, not none.");
                            assertThat(chart.localToScene(chart.getLayoutBounds())
                                            .getMaxY())
                                    .as("seen without scrolling")
                                    .isLessThan(bench.scene.getHeight());
                        });
            });
        }
    }

    @Test
    void beforeASecondDayNothingIsDrawn() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.filled()) {
            FxThread.run(() -> {
                try (ShellBench bench = overview(workspace, new Theme())) {
                    bench.picture();
                    assertThat(bench.scene.getRoot().lookupAll(".bars-chart")).isEmpty();
                    assertThat(bench.scene.getRoot().lookupAll(".label"))
                            .filteredOn(Label.class::isInstance)
                            .extracting(it -> ((Label) it).getText())
                            .anyMatch(it -> it != null && it.startsWith("No two readings on different days"));
                }
            });
        }
    }
}
