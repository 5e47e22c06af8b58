package dev.curfew.app.console;

import java.lang.reflect.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How many listen to what outlives a screen. JavaFX tells nobody, so this looks into its properties.
record Listeners(int toTheTime, int toTheRevision, int toTheHistory, int toTheTasks) {

    static Listeners of(ShellBench bench) throws ReflectiveOperationException {
        return new Listeners(
                count(bench.session.pulse().now()),
                count(bench.session.pulse().revision()),
                count(bench.history.here()),
                count(bench.session.work().running()));
    }

    private static int count(Object observable) throws ReflectiveOperationException {
        Object helper = read(observable, field(observable.getClass()));
        if (helper == null) {
            return 0;
        }
        return listed(helper, "invalidationListeners", "invalidationSize")
                + listed(helper, "changeListeners", "changeSize")
                + listed(helper, "listChangeListeners", "listChangeSize")
                + (helper.getClass().getSimpleName().startsWith("Single") ? 1 : 0);
    }

    private static int listed(Object helper, String array, String size) throws ReflectiveOperationException {
        for (Field field : helper.getClass().getDeclaredFields()) {
            if (field.getName().equals(size)) {
                field.setAccessible(true);
                return field.getInt(helper);
            }
        }
        Objects.requireNonNull(array);
        return 0;
    }

    private static Field field(Class<?> type) throws NoSuchFieldException {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                if (field.getName().equals("helper") || field.getName().equals("listenerHelper")) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException("no listeners in " + type);
    }

    private static @Nullable Object read(Object from, Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return field.get(from);
    }
}
