package dev.curfew.app.console.session;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What a screen listens to while it is shown, to be released all at once.
public final class Bonds {

    private final List<Subscription> subscriptions = new ArrayList<>();

    public void add(Subscription subscription) {
        subscriptions.add(subscription);
    }

    /// Binds one way, until released.
    public <T> void bind(Property<T> target, ObservableValue<? extends T> source) {
        target.bind(source);
        subscriptions.add(target::unbind);
    }

    /// Runs it at each change of any of these, until released.
    public void watch(Runnable reaction, Observable... sources) {
        for (Observable source : sources) {
            subscriptions.add(source.subscribe(reaction));
        }
    }

    public void release() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}
