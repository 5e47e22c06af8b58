package dev.curfew.app.console.screen.expiring;

import dev.curfew.analysis.expiry.WeekCount;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.model.text.Messages;
import java.util.List;

/// The chart as a table.
final class WeekTable {

    private static final Messages MESSAGES = Messages.of(WeekTable.class);

    private WeekTable() {}

    static DataTable<WeekCount> create() {
        return new DataTable<>(
                MESSAGES.text("weeks"),
                List.of(
                        Columns.words(MESSAGES.text("week.of"), 12, week -> ExpiringViewModel.day(week.monday())),
                        Columns.number(MESSAGES.text("chart.breaking"), 14, WeekCount::breaking),
                        Columns.number(MESSAGES.text("chart.ending"), 14, WeekCount::ending)));
    }
}
