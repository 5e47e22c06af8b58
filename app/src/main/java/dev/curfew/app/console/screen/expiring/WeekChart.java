package dev.curfew.app.console.screen.expiring;

import dev.curfew.analysis.expiry.WeekCount;
import dev.curfew.app.console.component.chart.BarsChart;
import dev.curfew.app.console.theme.Token;
import dev.curfew.model.text.Messages;
import java.awt.Paint;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/// Bars by week.
final class WeekChart {

    private static final Messages MESSAGES = Messages.of(WeekChart.class);

    private final DefaultCategoryDataset data = new DefaultCategoryDataset();
    private final BarsChart view = new BarsChart(
            ChartFactory.createStackedBarChart(null, null, null, data, PlotOrientation.VERTICAL, true, false, false),
            WeekChart::style);

    BarsChart view() {
        return view;
    }

    void show(List<WeekCount> weeks) {
        data.clear();
        for (WeekCount week : weeks) {
            String day = ExpiringViewModel.day(week.monday());
            data.addValue(bar(week.breaking()), MESSAGES.text("chart.breaking"), day);
            data.addValue(bar(week.ending()), MESSAGES.text("chart.ending"), day);
        }
    }

    /// A bar of no height would still be drawn, as a line.
    private static @Nullable Number bar(int count) {
        return count == 0 ? null : count;
    }

    /// The two series differ in pattern besides colour: one filled, one hollow.
    private static void style(CategoryPlot plot, Function<Token, Paint> colours) {
        CategoryItemRenderer bars = plot.getRenderer();
        bars.setSeriesPaint(0, colours.apply(Token.ACCENT));
        bars.setSeriesOutlinePaint(0, colours.apply(Token.ACCENT));
        bars.setSeriesPaint(1, colours.apply(Token.BG_DEFAULT));
        bars.setSeriesOutlinePaint(1, colours.apply(Token.SUCCESS));
    }
}
