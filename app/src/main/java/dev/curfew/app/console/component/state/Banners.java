package dev.curfew.app.console.component.state;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// As many banners as there is to say, one below the other; no room where there is nothing.
public final class Banners extends VBox {

    private Banners() {
        getStyleClass().add("lines");
        managedProperty().bind(visibleProperty());
    }

    public static <T> Banners of(ObservableValue<List<T>> some, Function<T, Banner> banner) {
        Banners all = new Banners();
        some.subscribe(now -> {
            all.setVisible(!now.isEmpty());
            all.getChildren().setAll(now.stream().map(banner).toList());
        });
        return all;
    }
}
