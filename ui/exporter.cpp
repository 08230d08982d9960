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

Exporter::Exporter(SessionController& controller, const Settings& settings, Dialogs& dialogs, QWidget* window)
    : QObject(window), m_controller(controller), m_settings(settings), m_dialogs(dialogs), m_window(window) {}

QString Exporter::suggestedName(const QString& what, const QString& extension, const DateRange& range) {
    return QStringLiteral("%1-%2-to-%3.%4").arg(what, range.first.toIso(), range.last.toIso(), extension);
}

DateRange Exporter::shownRange() const {
    return m_controller.overview() ? m_controller.overview()->range : m_controller.range();
}

void Exporter::exportReport(const NamedReport& report) {
    if (m_controller.session() == nullptr) return;
    const DateRange range = report.table && report.table->range ? *report.table->range : report.request.range;
    m_dialogs.saveFile(m_window,
                       {tr("Export %1").arg(report.title), tr("CSV (*.csv)"),
                        suggestedName(report.slug, QStringLiteral("csv"), range)},
                       [this, report](const QString& path) {
                           if (path.isEmpty()) return;
                           if (report.table) {
                               writeTable(path, *report.table);
                           } else {
                               writeReport(report.request, path);
                           }
                       });
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

void Exporter::saveChart(const QString& name, const QString& kinds, const QString& extension, const MakeBytes& make) {
    const QString what = name.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    m_dialogs.saveFile(m_window,
                       {tr("Save picture of %1").arg(name), kinds, suggestedName(what, extension, shownRange())},
                       [this, make](const QString& path) {
                           if (path.isEmpty()) return;
                           const Result<QByteArray> bytes = make();
                           if (!bytes) return tell(bytes.error());
                           finish(path, writeFileAtomically(path, *bytes));
                       });
}

void Exporter::savePicture(const QImage& picture, const QString& name) {
    saveChart(name, tr("PNG (*.png)"), QStringLiteral("png"), [picture]() -> Result<QByteArray> {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (picture.save(&buffer, "PNG")) return bytes;
        return failure(ErrorKind::Internal, tr("The picture could not be made into a PNG file."));
    });
}

void Exporter::saveDrawing(const QByteArray& drawing, const QString& name) {
    saveChart(name, tr("SVG (*.svg)"), QStringLiteral("svg"), [drawing]() -> Result<QByteArray> { return drawing; });
}

/// A log of years is many megabytes: they are made and written beside the window.
void Exporter::writeTable(const QString& path, const Table& table) {
    const auto written = QtConcurrent::run(
        [path, table, csv = m_settings.csv()]() { return writeFileAtomically(path, toCsv(table, csv)); });
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
