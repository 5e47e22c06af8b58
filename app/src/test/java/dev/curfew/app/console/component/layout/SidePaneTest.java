package dev.curfew.app.console.component.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class SidePaneTest {
    private static final double TALL = 4000;

    private static Region tall() {
        Region region = new Region();
        region.setMinHeight(TALL);
        return region;
    }

    private static void settle(SidePane pane) {
        pane.applyCss();
        pane.layout();
    }

    @Test
    void whatIsInspectedAgainStaysWhereItWasScrolledToAndAnotherThingStartsAtItsTop() throws Exception {
        FxThread.run(() -> {
            SidePane pane = new SidePane(new Button("list"));
            pane.open().set(true);
            pane.inspect(tall());
            Stage stage = new Stage();
            stage.setScene(new Scene(pane, 800, 600));
            stage.show();
            settle(pane);
            ScrollPane side = (ScrollPane) pane.lookup(".inspector");
            side.setVvalue(0.5);

            pane.inspectAgain(tall());
            settle(pane);
            assertThat(side.getVvalue()).isEqualTo(0.5);

            pane.inspect(tall());
            settle(pane);
            assertThat(side.getVvalue()).isZero();
            stage.hide();
        });
    }
}
