#include "ui/exporter.h"

#include "app/core/async.h"
#include "app/export/pdfprogram.h"
#include "app/export/reportrun.h"
#include "charts/format.h"
#include "ui/exportfacts.h"
#include "ui/managementreportpages.h"

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
                       {tr("Export %1").arg(report.title), tr("CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)"),
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
        if (!result) return tell(result.error());
        Table table = *result;
        notePriceProblem(m_controller.priceProblem(), table);
        writeTable(path, table);
    });
}

void Exporter::saveChart(const QString& name, const QString& kinds, const QString& extension, const MakeBytes& make) {
    const QString what = name.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    m_dialogs.saveFile(m_window,
                       {tr("Save picture of %1").arg(name), kinds, suggestedName(what, extension, shownRange())},
                       [this, make, name, extension](const QString& path) {
                           const Session* session = m_controller.session();
                           if (path.isEmpty() || session == nullptr) return;
                           write(exportTarget(*session, path), QStringLiteral("%1, %2").arg(name, extension), make, {});
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

void Exporter::writeTable(const QString& path, const Table& table) {
    Session* session = m_controller.session();
    if (session == nullptr) return;
    const auto next = [this, target = exportTarget(*session, path), table](const Result<ExportFacts>& facts) {
        if (!facts) return tell(facts.error());
        const Table shown = facts->pseudonyms ? facts->pseudonyms->applied(table) : table;
        const ExportFormat format = exportFormatOfFile(target.path);
        const ExportContext how{facts->organization, target.author.at, m_settings.csv()};
        const bool silent = format == ExportFormat::Csv && !shown.isComplete();
        write(
            target, exportDetail(shown.report, shown.range, format),
            [shown, format, how] { return makeExport(shown, format, how); },
            silent ? footerLines(shown) : QStringList());
    };
    askExportFacts(*session, m_settings.replacesNames(), this, next);
}

/// A log of years is many megabytes: they are made and written beside the window.
void Exporter::write(const ExportTarget& target, const QString& detail, const MakeBytes& make,
                     const QStringList& missing) {
    const auto written = QtConcurrent::run([target, detail, make]() -> Result<WrittenExport> {
        const Result<QByteArray> bytes = make();
        if (!bytes) return failure(bytes.error());
        return writeExport(target, *bytes, detail);
    });
    whenDone(written, this, [this, missing](const Result<WrittenExport>& result) { finish(result, missing); });
}

ReportRequest Exporter::overviewRequest() const {
    ReportRequest request;
    request.report = QStringLiteral("overview");
    request.range = m_controller.range();
    request.where = m_controller.filters().reportFilters(findReport(request.report)->dimensions);
    return request;
}

void Exporter::exportManagementReport() {
    if (m_controller.session() == nullptr) return;
    m_dialogs.saveFile(
        m_window,
        {tr("Management report"), tr("PDF (*.pdf)"),
         suggestedName(QStringLiteral("management-report"), QStringLiteral("pdf"), m_controller.range())},
        [this](const QString& path) {
            if (!path.isEmpty() && m_controller.session() != nullptr) writePdf(path);
        });
}

void Exporter::writePdf(const QString& path) {
    Session& session = *m_controller.session();
    const bool pseudonyms = m_settings.replacesNames();
    const ExportTarget target = exportTarget(session, path);
    const PdfQuestion question{overviewRequest(), session.cachePath(), target.author.at, pseudonyms};
    askExportFacts(session, pseudonyms, this, [this, target, question](const Result<ExportFacts>& facts) {
        if (!facts) return tell(facts.error());
        write(target, exportDetail(question.request.report, question.request.range, ExportFormat::Pdf),
              [question]() -> Result<QByteArray> {
                  const auto made = runPdfProgram(windowProgram(), question);
                  if (!made) return failure(made.error());
                  return made->bytes;
              },
              {});
    });
}

void Exporter::printManagementReport() {
    if (m_controller.session() == nullptr) return;
    Session& session = *m_controller.session();
    const auto build = [request = overviewRequest(), &prices = session.prices()](const CacheReader& cache) {
        return buildManagementReport(cache, request, prices);
    };
    whenDone(session.ask(build), this, [this](const Result<ManagementReport>& built) {
        if (!built) return tell(built.error());
        if (m_controller.session() == nullptr) return;
        const QDateTime now = m_controller.session()->clock().now();
        const auto print = [this, report = *built, now](const Result<ExportFacts>& facts) {
            if (!facts) return tell(facts.error());
            const ReportPages pages =
                managementReportPages(facts->pseudonyms ? facts->pseudonyms->applied(report) : report, now);
            m_dialogs.print(m_window, tr("Management report"), [this, pages](QPagedPaintDevice& device) {
                if (pages.paint(device)) return;
                tell({ErrorKind::Internal, tr("The printer did not take the report. Check it, and try again."), {}});
            });
        };
        askExportFacts(*m_controller.session(), m_settings.replacesNames(), this, print);
    });
}

void Exporter::finish(const Result<WrittenExport>& written, const QStringList& missing) {
    if (!written) return tell(written.error());
    QString sentence = tr("Saved %1").arg(QFileInfo(written->path).fileName());
    if (written->notNoted) sentence += QStringLiteral(". ") + written->notNoted->message;
    emit saved(sentence);
    if (missing.isEmpty()) return;
    // A CSV file has no place for it.
    m_dialogs.show(
        m_window,
        {tr("Export"), tr("The file is written, but days are missing in it."), missing.join(QLatin1Char('\n')), {}, {}},
        [](int) {});
}

void Exporter::tell(const Error& error) {
    m_dialogs.show(m_window, {tr("Export"), tr("The export was not written."), error.message, error.detail, {}},
                   [](int) {});
}

}  // namespace tokenledger
