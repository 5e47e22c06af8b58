package dev.curfew.app.console.screen.overview;

import dev.curfew.analysis.velocity.Movement;
import dev.curfew.app.console.component.chart.BarsChart;
import dev.curfew.app.console.theme.Token;
import dev.curfew.app.usecase.velocity.VelocityDay;
import dev.curfew.model.text.Messages;
import java.awt.Paint;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.plot.CategoryMarker;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;

/// Four bars a day; a day of which nothing is known is shaded, and has no bars for what moved.
final class VelocityChart {

    private static final Messages MESSAGES = Messages.of(VelocityChart.class);

    private final DefaultCategoryDataset data = new DefaultCategoryDataset();
    private List<VelocityDay> days = List.of();
    private final BarsChart view = new BarsChart(
            ChartFactory.createBarChart(null, null, null, data, PlotOrientation.VERTICAL, true, false, false),
            this::style);

    BarsChart view() {
        return view;
    }

    void show(List<VelocityDay> shown) {
        days = shown;
        data.clear();
        for (VelocityDay day : shown) {
            String name = VelocityWords.day(day);
            data.addValue(VelocityWords.count(day, Movement::created), MESSAGES.text("velocity.created"), name);
            data.addValue(VelocityWords.count(day, Movement::changed), MESSAGES.text("velocity.changed"), name);
            data.addValue(day.reviewed(), MESSAGES.text("velocity.reviewed"), name);
            data.addValue(day.revoked(), MESSAGES.text("velocity.revoked"), name);
        }
    }

    /// What comes is in one colour, what people do about it in another; of each the one filled, the other hollow.
    private void style(CategoryPlot plot, Function<Token, Paint> colours) {
        paint(plot.getRenderer(), 0, colours.apply(Token.ACCENT), colours.apply(Token.ACCENT));
        paint(plot.getRenderer(), 1, colours.apply(Token.BG_DEFAULT), colours.apply(Token.ACCENT));
        paint(plot.getRenderer(), 2, colours.apply(Token.BG_DEFAULT), colours.apply(Token.SUCCESS));
        paint(plot.getRenderer(), 3, colours.apply(Token.SUCCESS), colours.apply(Token.SUCCESS));
        plot.clearDomainMarkers();
        days.stream().filter(day -> day.compared().moved().isEmpty()).forEach(day -> {
            CategoryMarker unknown = new CategoryMarker(VelocityWords.day(day));
            unknown.setPaint(colours.apply(Token.BG_SUBTLE));
            unknown.setAlpha(1);
            plot.addDomainMarker(unknown, Layer.BACKGROUND);
        });
    }

    private static void paint(CategoryItemRenderer bars, int series, Paint inside, Paint outline) {
        bars.setSeriesPaint(series, inside);
        bars.setSeriesOutlinePaint(series, outline);
    }
}
