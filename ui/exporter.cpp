#include "ui/exporter.h"

#include "app/core/async.h"
#include "app/export/filewriter.h"
#include "app/export/tablewriter.h"
#include "charts/format.h"

#include <QBuffer>
#include <QFileInfo>
#include <QWidget>
#include <QtConcurrent>

namespace tokenledger {

namespace {

QString slug(ExportKind kind) {
    switch (kind) {
        case ExportKind::CostByModel:
            return QStringLiteral("cost-by-model");
        case ExportKind::ModelDistribution:
            return QStringLiteral("model-distribution");
        case ExportKind::CacheEfficiency:
            return QStringLiteral("cache-efficiency");
        case ExportKind::Changes:
            return QStringLiteral("changes");
        case ExportKind::Completeness:
            return QStringLiteral("completeness");
        case ExportKind::SyncLog:
            return QStringLiteral("sync-log");
        case ExportKind::Restatements:
            return QStringLiteral("restatements");
    }
    return {};
}

}  // namespace

Exporter::Exporter(SessionController& controller, Dialogs& dialogs, QWidget* window)
    : QObject(window), m_controller(controller), m_dialogs(dialogs), m_window(window) {}

QString Exporter::title(ExportKind kind) {
    switch (kind) {
        case ExportKind::CostByModel:
            return tr("Cost by model");
        case ExportKind::ModelDistribution:
            return tr("Model distribution");
        case ExportKind::CacheEfficiency:
            return tr("Cache efficiency");
        case ExportKind::Changes:
            return tr("Changes table");
        case ExportKind::Completeness:
            return tr("Completeness");
        case ExportKind::SyncLog:
            return tr("Sync log");
        case ExportKind::Restatements:
            return tr("Restatements");
    }
    return {};
}

ReportRequest Exporter::request(ExportKind kind, const FilterState& filters, const DateRange& range) {
    ReportRequest request;
    if (kind == ExportKind::SyncLog || kind == ExportKind::Restatements) {
        request.report = slug(kind);
        return request;
    }
    if (kind == ExportKind::Completeness) {
        request.report = QStringLiteral("completeness");
        request.range = range;
        request.by = {Dimension::Dataset};
        return request;
    }
    const bool cache = kind == ExportKind::CacheEfficiency;
    request.report = cache ? QStringLiteral("cache") : QStringLiteral("cost");
    request.range = range;
    request.interval = kind == ExportKind::ModelDistribution ? Interval::Total : filters.effectiveInterval(range);
    if (!cache) request.by = {Dimension::Model};
    const ReportDefinition* definition = findReport(request.report);
    if (definition != nullptr) request.where = filters.reportFilters(definition->dimensions);
    return request;
}

Table Exporter::changesTable(const Overview& overview) {
    Table table;
    table.report = QStringLiteral("changes");
    table.range = overview.range;
    table.interval = Interval::Total;
    table.columns = {{QStringLiteral("workspace"), ColumnType::Text, {}},
                     {QStringLiteral("model"), ColumnType::Text, {}},
                     {QStringLiteral("amount_usd"), ColumnType::Money, QStringLiteral("USD")},
                     {QStringLiteral("change_usd"), ColumnType::Money, QStringLiteral("USD")}};
    for (const auto& row : overview.changes) {
        const Money cost = row.change ? row.costOfWholeDays : row.cost;
        table.rows.push_back({row.workspace, row.model, cost, row.change ? Cell(*row.change) : Cell()});
    }
    table.completeness = {overview.cost};
    table.asOf = overview.asOf;
    if (overview.comparedSpend && overview.compared) {
        table.notes.append(tr("Amounts are of %1, changes against %2.")
                               .arg(formatRange(overview.wholeDays), formatRange(*overview.compared)));
    }
    return table;
}

QString Exporter::suggestedName(const QString& what, const QString& extension, const DateRange& range) {
    return QStringLiteral("%1-%2-to-%3.%4").arg(what, range.first.toIso(), range.last.toIso(), extension);
}

DateRange Exporter::shownRange() const {
    return m_controller.overview() ? m_controller.overview()->range : m_controller.range();
}

void Exporter::askForFile(const QString& title, const QString& name, std::function<void(QString)> write) {
    m_dialogs.saveFile(m_window, {tr("Export %1").arg(title), tr("CSV (*.csv)"), name},
                       [write = std::move(write)](const QString& path) {
                           if (!path.isEmpty()) write(path);
                       });
}

void Exporter::exportCsv(ExportKind kind) {
    if (m_controller.session() == nullptr) return;
    const DateRange range = kind == ExportKind::Changes ? shownRange() : m_controller.range();
    askForFile(title(kind), suggestedName(slug(kind), QStringLiteral("csv"), range),
               [this, kind](const QString& path) { writeCsv(kind, path); });
}

void Exporter::exportReport(const NamedReport& report) {
    if (m_controller.session() == nullptr) return;
    askForFile(report.title, suggestedName(report.slug, QStringLiteral("csv"), report.request.range),
               [this, request = report.request](const QString& path) { writeReport(request, path); });
}

void Exporter::writeCsv(ExportKind kind, const QString& path) {
    if (kind == ExportKind::Changes) {
        if (m_controller.overview()) writeTable(path, changesTable(*m_controller.overview()));
        return;
    }
    writeReport(request(kind, m_controller.filters(), m_controller.range()), path);
}

void Exporter::writeReport(const ReportRequest& request, const QString& path) {
    if (m_controller.session() == nullptr) return;
    whenDone(m_controller.session()->report(request), this, [this, path](const Result<Table>& result) {
        if (result) {
            writeTable(path, *result);
        } else {
            tell(result.error());
        }
    });
}

void Exporter::savePicture(const QImage& picture, const QString& name) {
    const QString what = name.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    m_dialogs.saveFile(m_window,
                       {tr("Save picture of %1").arg(name), tr("PNG (*.png)"),
                        suggestedName(what, QStringLiteral("png"), shownRange())},
                       [this, picture](const QString& path) {
                           if (path.isEmpty()) return;
                           QByteArray bytes;
                           QBuffer buffer(&bytes);
                           buffer.open(QIODevice::WriteOnly);
                           if (picture.save(&buffer, "PNG")) {
                               finish(path, writeFileAtomically(path, bytes));
                           } else {
                               tell({ErrorKind::Internal, tr("The picture could not be made into a PNG file."), {}});
                           }
                       });
}

/// A log of years is many megabytes: they are made and written beside the window.
void Exporter::writeTable(const QString& path, const Table& table) {
    const auto written = QtConcurrent::run([path, table]() { return writeFileAtomically(path, toCsv(table)); });
    const QStringList missing = table.isComplete() ? QStringList() : footerLines(table);
    whenDone(written, this, [this, path, missing](const Result<void>& result) {
        if (!finish(path, result) || missing.isEmpty()) return;
        // A CSV file has no place for it.
        m_dialogs.show(m_window,
                       {tr("Export"),
                        tr("The file is written, but days are missing in it."),
                        missing.join(QLatin1Char('\n')),
                        {},
                        {}},
                       [](int) {});
    });
}

bool Exporter::finish(const QString& path, const Result<void>& written) {
    if (written) {
        emit saved(tr("Saved %1").arg(QFileInfo(path).fileName()));
    } else {
        tell(written.error());
    }
    return written.has_value();
}

void Exporter::tell(const Error& error) {
    m_dialogs.show(m_window, {tr("Export"), tr("The export was not written."), error.message, error.detail, {}},
                   [](int) {});
}

}  // namespace tokenledger
