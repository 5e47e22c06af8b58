package dev.curfew.app.console.screen.expiring;

import dev.curfew.analysis.expiry.WeekCount;
import dev.curfew.app.console.theme.DrawingFont;
import dev.curfew.app.console.theme.Fonts;
import dev.curfew.app.console.theme.Token;
import dev.curfew.app.console.theme.Tokens;
import dev.curfew.model.text.Messages;
import java.awt.BasicStroke;
import java.awt.Font;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/// Bars by week. JFreeChart knows no CSS: it is styled from the theme's colours, and again whenever they change.
final class WeekChart extends Region {

    private static final Messages MESSAGES = Messages.of(WeekChart.class);
    private static final double SMALL = 0.88;
    private static final double BAR_MAX_SHARE = 0.06;

    /// A day's label may be a little wider than its bars: it is short, and dots say nothing.
    private static final float LABEL_WIDTH_RATIO = 1.5f;

    private static final StyleablePropertyFactory<WeekChart> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<WeekChart, Number> EM =
            FACTORY.createSizeCssMetaData("-curfew-em", chart -> chart.em, 13.0);

    private final DefaultCategoryDataset data = new DefaultCategoryDataset();
    private final JFreeChart chart =
            ChartFactory.createStackedBarChart(null, null, null, data, PlotOrientation.VERTICAL, true, false, false);
    private final ChartCanvas canvas = new ChartCanvas(chart);
    private final Tokens tokens = new Tokens(this::style);
    private final SimpleStyleableDoubleProperty em = new SimpleStyleableDoubleProperty(EM, this, "em", 13.0) {
        @Override
        protected void invalidated() {
            style();
        }
    };

    WeekChart() {
        getStyleClass().add("week-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, tokens);
        style();
    }

    void show(List<WeekCount> weeks) {
        data.clear();
        for (WeekCount week : weeks) {
            String day = ExpiringViewModel.day(week.monday());
            data.addValue(bar(week.breaking()), MESSAGES.text("chart.breaking"), day);
            data.addValue(bar(week.ending()), MESSAGES.text("chart.ending"), day);
        }
        setAccessibleText(ExpiringViewModel.sentence(weeks));
        style();
    }

    /// A bar of no height would still be drawn, as a line.
    private static @Nullable Number bar(int count) {
        return count == 0 ? null : count;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private void style() {
        Font small = DrawingFont.ofSize(em.get() * SMALL);
        java.awt.Color words = awt(tokens.get(Token.FG_MUTED));
        chart.setBackgroundPaint(awt(tokens.get(Token.BG_DEFAULT)));
        chart.getLegend().setBackgroundPaint(awt(tokens.get(Token.BG_DEFAULT)));
        chart.getLegend().setItemPaint(awt(tokens.get(Token.FG_DEFAULT)));
        chart.getLegend().setItemFont(small);
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.getLegend().setItemLabelPadding(new RectangleInsets(2, 4, 2, small.getSize()));
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(awt(tokens.get(Token.BG_DEFAULT)));
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(awt(tokens.get(Token.BORDER)));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        CategoryAxis weeks = plot.getDomainAxis();
        weeks.setTickLabelFont(small);
        weeks.setTickLabelPaint(words);
        weeks.setAxisLinePaint(awt(tokens.get(Token.BORDER)));
        weeks.setTickMarksVisible(false);
        weeks.setMaximumCategoryLabelWidthRatio(LABEL_WIDTH_RATIO);
        weeks.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        weeks.setLowerMargin(0.01);
        weeks.setUpperMargin(0.01);
        weeks.setCategoryMargin(0.35);
        NumberAxis counts = (NumberAxis) plot.getRangeAxis();
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        counts.setTickLabelFont(small);
        counts.setTickLabelPaint(words);
        counts.setAxisLineVisible(false);
        counts.setTickMarksVisible(false);
        bars(plot);
        draw();
    }

    /// The chart sets its font only when that has changed, and the canvas forgets it after each drawing: so it is the
    /// font that the canvas comes back to.
    private void draw() {
        canvas.getGraphicsContext2D().setFont(javafx.scene.text.Font.font(Fonts.FAMILY, Math.rint(em.get() * SMALL)));
        canvas.draw();
    }

    /// The two series differ in pattern besides colour: one filled, one hollow.
    private void bars(CategoryPlot plot) {
        StackedBarRenderer bars = (StackedBarRenderer) plot.getRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(BAR_MAX_SHARE);
        bars.setDrawBarOutline(true);
        bars.setSeriesPaint(0, awt(tokens.get(Token.ACCENT)));
        bars.setSeriesOutlinePaint(0, awt(tokens.get(Token.ACCENT)));
        bars.setSeriesPaint(1, awt(tokens.get(Token.BG_DEFAULT)));
        bars.setSeriesOutlinePaint(1, awt(tokens.get(Token.SUCCESS)));
        bars.setDefaultOutlineStroke(new BasicStroke(1.5f));
        bars.setItemMargin(BarRenderer.DEFAULT_ITEM_MARGIN);
    }

    private static java.awt.Color awt(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }
}
