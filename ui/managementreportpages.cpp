#include "ui/managementreportpages.h"

#include "app/core/texts.h"
#include "app/reports/notes.h"
#include "charts/cacheefficiencychart.h"
#include "charts/costtrendchart.h"
#include "charts/format.h"
#include "charts/modeldonut.h"
#include "ui/healthtexts.h"
#include "ui/pages/overviewcharts.h"
#include "ui/pages/overviewtexts.h"
#include "ui/pages/overviewtiles.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPdfWriter>
#include <QRegularExpression>

namespace tokenledger {

namespace {

constexpr double Gap = 12;
constexpr double RowHeight = 22;
constexpr std::size_t MostRows = 15;

const Palette& colours() { return palette(Theme::Light); }

struct PrintColumn {
    QString title;
    double width = 0;  // share of the page's
    bool figure = false;
};

/// One line of a table, its texts in the columns.
ReportPages::Paint lineOf(const std::vector<PrintColumn>& columns, const QStringList& texts, bool isHeader) {
    return [columns, texts, isHeader](QPainter& painter, const QRectF& place) {
        const QFont font = Look::font(isHeader ? TextStyle::SmallStrong : TextStyle::Small);
        const QFontMetricsF metrics(font);
        if (isHeader) painter.fillRect(place, colours().head);
        painter.setFont(font);
        painter.setPen(isHeader ? colours().text2 : colours().text1);
        double x = place.left();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double width = columns[i].width * place.width();
            const QRectF cell(x + 6, place.top(), width - 12, place.height());
            const QString text =
                metrics.elidedText(texts.value(static_cast<qsizetype>(i)), Qt::ElideMiddle, cell.width());
            painter.drawText(cell, (columns[i].figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
            x += width;
        }
        painter.setPen(QPen(colours().border, 0.75));
        painter.drawLine(place.bottomLeft(), place.bottomRight());
    };
}

void addTitle(ReportPages& pages, const QString& title, const QString& subtitle = {}) {
    pages.addSpace(Gap * 1.5);
    const double height = 24;
    pages.add({height,
               [title, subtitle](QPainter& painter, const QRectF& place) {
                   painter.setFont(Look::font(TextStyle::Strong));
                   painter.setPen(colours().text1);
                   QRectF used;
                   painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title, &used);
                   painter.setFont(Look::font(TextStyle::Small));
                   painter.setPen(colours().text3);
                   painter.drawText(place.adjusted(used.width() + 8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                                    subtitle);
               },
               true, -1});
}

void addTable(ReportPages& pages, const std::vector<PrintColumn>& columns, const std::vector<QStringList>& rows) {
    QStringList titles;
    for (const PrintColumn& column : columns) titles << column.title;
    const int header = pages.add({RowHeight, lineOf(columns, titles, true), !rows.empty(), -1});
    for (const QStringList& row : rows) pages.add({RowHeight, lineOf(columns, row, false), false, header});
}

void addTiles(ReportPages& pages, const Overview& overview) {
    const OverviewTiles tiles = overviewTiles(overview);
    const std::vector<TileContent> all{tiles.spend,    tiles.monthToDate, tiles.tokens,
                                       tiles.hitRatio, tiles.netSaving,   tiles.users};
    constexpr std::size_t InRow = 3;
    constexpr double Height = 92;
    for (std::size_t first = 0; first < all.size(); first += InRow) {
        const std::vector<TileContent> row(
            all.begin() + static_cast<std::ptrdiff_t>(first),
            all.begin() + static_cast<std::ptrdiff_t>(std::min(first + InRow, all.size())));
        pages.add({Height + Gap,
                   [row](QPainter& painter, const QRectF& place) {
                       const double width = (place.width() - Gap * (InRow - 1)) / InRow;
                       for (std::size_t i = 0; i < row.size(); ++i) {
                           const QRectF box(place.left() + static_cast<double>(i) * (width + Gap), place.top(), width,
                                            Height);
                           painter.setPen(QPen(colours().border, 1));
                           painter.drawRoundedRect(box, 6, 6);
                           const auto line = [&](double top, double height, TextStyle style, const QColor& colour,
                                                 const QString& text) {
                               painter.setFont(Look::font(style));
                               painter.setPen(colour);
                               const QRectF at(box.left() + 12, box.top() + top, box.width() - 24, height);
                               painter.drawText(
                                   at, Qt::AlignLeft | Qt::AlignVCenter,
                                   QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, at.width()));
                           };
                           const auto parts = [&](double top, const TextParts& notes) {
                               double x = box.left() + 12;
                               for (const TextPart& part : notes) {
                                   painter.setFont(Look::font(part.strong ? TextStyle::SmallStrong : TextStyle::Small));
                                   painter.setPen(toneColour(colours(), part.tone));
                                   const double room = box.right() - 8 - x;
                                   const QString text =
                                       QFontMetricsF(painter.font()).elidedText(part.text, Qt::ElideRight, room);
                                   painter.drawText(QRectF(x, box.top() + top, room, 16),
                                                    Qt::AlignLeft | Qt::AlignVCenter, text);
                                   x += QFontMetricsF(painter.font()).horizontalAdvance(text);
                               }
                           };
                           line(8, 16, TextStyle::Small, colours().text2, row[i].title);
                           line(25, 30, TextStyle::TileFigure, colours().text1, row[i].value);
                           parts(56, row[i].note1);
                           parts(72, row[i].note2);
                       }
                   },
                   false, -1});
    }
}

void addChart(ReportPages& pages, std::shared_ptr<ChartWidget> chart, double height) {
    pages.add({height + Gap,
               [chart, height](QPainter& painter, const QRectF& place) {
                   painter.translate(place.topLeft());
                   chart->paintPicture(painter, QSizeF(place.width(), height).toSize());
               },
               false, -1});
}

template <typename Chart, typename Data>
std::shared_ptr<ChartWidget> chartOf(const Data& data) {
    auto chart = std::make_shared<Chart>();
    chart->setFont(Look::font(TextStyle::Body));
    chart->setData(data);
    return chart;
}

void addCharts(ReportPages& pages, const Overview& overview) {
    ModelColours modelColours;
    modelColours.assign(modelIds(overview));
    // All three on the first page.
    constexpr double TrendHeight = 215;
    constexpr double DonutHeight = 220;
    constexpr double EfficiencyHeight = 200;
    addChart(pages, chartOf<CostTrendChart>(costTrendData(overview, modelColours)), TrendHeight);
    addChart(pages, chartOf<ModelDonut>(modelDonutData(overview, modelColours)), DonutHeight);
    addChart(pages, chartOf<CacheEfficiencyChart>(cacheEfficiencyData(overview)), EfficiencyHeight);
}

QString textOf(const Cell& cell) {
    const auto* text = std::get_if<QString>(&cell);
    return text != nullptr ? *text : QString();
}

/// Cost without a model, which a table calls "(none)" and the overview leaves empty.
QString modelTitle(const QString& name) {
    return name.isEmpty() || name == QLatin1String("(none)") ? tr("Search, code execution") : modelDisplayName(name);
}

/// "19 Nov 2026 13:42 UTC".
QString timeText(const QDateTime& time) {
    return formatDayWithYear(UtcDay::fromDateTime(time)) + u' ' + formatTime(time);
}

/// The rows of a cost table by what they cost, with their shares.
std::vector<QStringList> costRows(const Table& table, Money whole, bool models) {
    std::vector<std::pair<QString, Money>> all;
    for (const std::vector<Cell>& row : table.rows) {
        const auto* amount = std::get_if<Money>(&row.back());
        if (row.size() < 3 || amount == nullptr) continue;
        const QString name = textOf(row[1]);
        all.emplace_back(models ? modelTitle(name) : name, *amount);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<QStringList> rows;
    for (const auto& [name, amount] : all) {
        rows.push_back({name, formatMoney(amount), formatPercent(amount.nano(), whole.nano())});
    }
    if (!all.empty()) rows.push_back({tr("Total"), formatMoney(whole), QString()});
    return rows;
}

struct KeyTokens {
    QString name;
    std::int64_t input = 0;
    std::int64_t read = 0;
    std::int64_t output = 0;
    [[nodiscard]] std::int64_t all() const { return input + output; }
};

/// Columns of the report usage: period, api_key, then its measures.
std::vector<KeyTokens> keysByTokens(const Table& table) {
    std::vector<KeyTokens> keys;
    for (const std::vector<Cell>& row : table.rows) {
        constexpr std::size_t FirstMeasure = 2;
        constexpr std::size_t Measures = 5;
        if (row.size() < FirstMeasure + Measures) continue;
        std::array<std::int64_t, Measures> values{};
        for (std::size_t i = 0; i < Measures; ++i) {
            const auto* value = std::get_if<std::int64_t>(&row[FirstMeasure + i]);
            values[i] = value != nullptr ? *value : 0;
        }
        keys.push_back({textOf(row[1]), values[0] + values[1] + values[2] + values[3], values[3], values[4]});
    }
    std::stable_sort(keys.begin(), keys.end(),
                     [](const KeyTokens& a, const KeyTokens& b) { return a.all() > b.all(); });
    return keys;
}

void addKeys(ReportPages& pages, const ManagementReport& report) {
    const std::vector<KeyTokens> keys = keysByTokens(report.byKey);
    std::vector<QStringList> rows;
    for (std::size_t i = 0; i < std::min(keys.size(), MostRows); ++i) {
        rows.push_back({keys[i].name, formatCount(keys[i].input), formatCount(keys[i].output),
                        formatPercent(keys[i].read, keys[i].input)});
    }
    addTitle(pages, tr("API keys by tokens"),
             keys.size() > MostRows ? tr("the first %1 of %2").arg(MostRows).arg(keys.size()) : QString());
    addTable(pages,
             {{tr("API key"), 0.4, false},
              {tr("Input tokens"), 0.22, true},
              {tr("Output tokens"), 0.22, true},
              {tr("Cache hit ratio"), 0.16, true}},
             rows);
}

void addChanges(ReportPages& pages, const Overview& overview) {
    if (!overview.comparedSpend) return;
    std::vector<QStringList> rows;
    for (const auto& change : overview.changes) {
        if (rows.size() == MostRows) break;
        if (!change.change) continue;
        rows.push_back({change.workspace, modelTitle(change.model), formatMoney(change.costOfWholeDays),
                        formatMoneyChange(*change.change)});
    }
    addTitle(pages, tr("Largest changes"), changesSubtitle(overview));
    addTable(pages,
             {{tr("Workspace"), 0.36, false},
              {tr("Model"), 0.24, false},
              {tr("Cost"), 0.2, true},
              {tr("Change"), 0.2, true}},
             rows);
}

void addCompleteness(ReportPages& pages, const ManagementReport& report, const QDateTime& now) {
    addTitle(pages, tr("How complete this is"));
    std::vector<QStringList> rows;
    for (const Completeness& dataset : report.figures.completeness) {
        rows.push_back({datasetTitle(dataset.dataset), completenessText(dataset)});
    }
    addTable(pages, {{tr("Data"), 0.3, false}, {tr("Days"), 0.7, false}}, rows);
    pages.addSpace(Gap / 2);
    const QString fetched = report.figures.asOf.isValid() ? timeText(report.figures.asOf) : tr("never fetched");
    pages.addText(
        tr("As of %1. Written %2 by Tokenledger %3. All days are UTC days; provisional days may still change.")
            .arg(fetched, timeText(now), QStringLiteral(TOKENLEDGER_VERSION)),
        TextStyle::Small, colours().text2);
    QStringList notes = report.figures.notes;
    for (const Table* table : {&report.byModel, &report.byWorkspace, &report.byKey}) {
        for (const QString& note : table->notes) {
            if (!notes.contains(note)) notes << note;
        }
    }
    if (notes.isEmpty()) return;
    addTitle(pages, tr("Notes"));
    for (const QString& note : notes) {
        pages.addText(note, TextStyle::Small, colours().text2);
        pages.addSpace(4);
    }
}

QString filterText(const Table& table) {
    QStringList parts;
    for (const AppliedFilter& filter : table.filters) {
        parts << dimensionName(filter.dimension) + QStringLiteral(": ") + filter.values.join(QStringLiteral(", "));
    }
    return parts.join(QStringLiteral("; "));
}

void addHead(ReportPages& pages, const ManagementReport& report) {
    const Overview& overview = report.overview;
    pages.addText(
        report.organization.isEmpty() ? tr("Management report") : tr("%1: management report").arg(report.organization),
        TextStyle::PageTitle, colours().text1, true);
    QString days = formatRange(overview.range);
    if (overview.compared) days += tr(", compared with %1").arg(formatRange(*overview.compared));
    pages.addText(days, TextStyle::Body, colours().text2, true);
    if (const QString filters = filterText(report.figures); !filters.isEmpty()) {
        pages.addText(tr("Only %1").arg(filters), TextStyle::Body, colours().text2, true);
    }
    pages.addText(overviewSentence(overview), TextStyle::Body, colours().text1, true);
    pages.addSpace(Gap);
}

/// Qt writes the machine's clock into the file.
void stamp(QByteArray& pdf, const QDateTime& now) {
    const QByteArray key = "/CreationDate (D:";
    const qsizetype at = pdf.lastIndexOf(key);
    constexpr qsizetype Digits = 14;
    if (at < 0) return;
    pdf.replace(at + key.size(), Digits, now.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1());
}

}  // namespace

ReportPages managementReportPages(const ManagementReport& report, const QDateTime& now) {
    QString foot = formatRange(report.overview.range);
    if (!report.organization.isEmpty()) foot.prepend(report.organization + QStringLiteral(" · "));
    ReportPages pages(foot);
    addHead(pages, report);
    addTiles(pages, report.overview);
    addCharts(pages, report.overview);
    const auto costColumns = [](const QString& first) {
        return std::vector<PrintColumn>{{first, 0.5, false}, {tr("Cost"), 0.3, true}, {tr("Share"), 0.2, true}};
    };
    addTitle(pages, tr("Cost by model"));
    addTable(pages, costColumns(tr("Model")), costRows(report.byModel, report.total, true));
    addTitle(pages, tr("Cost by workspace"));
    addTable(pages, costColumns(tr("Workspace")), costRows(report.byWorkspace, report.total, false));
    addKeys(pages, report);
    addChanges(pages, report.overview);
    addCompleteness(pages, report, now);
    return pages;
}

Result<QByteArray> managementReportPdf(const ManagementReport& report, const QDateTime& now) {
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr int PixelsAnInch = 96;
        writer.setResolution(PixelsAnInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setTitle(tr("Management report"));
        writer.setCreator(QStringLiteral("Tokenledger " TOKENLEDGER_VERSION));
        if (!managementReportPages(report, now).paint(writer)) {
            return failure(ErrorKind::Internal, tr("The report could not be painted."));
        }
    }
    stamp(pdf, now);
    return pdf;
}

}  // namespace tokenledger
