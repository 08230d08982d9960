#include "ui/reportshelf.h"

#include "app/core/async.h"
#include "app/export/pdfprogram.h"
#include "app/export/reportrun.h"
#include "app/finance/kinds.h"
#include "ui/dialogs/savereport.h"
#include "ui/exportfacts.h"

#include <QDir>
#include <QPointer>
#include <QWidget>
#include <QtConcurrent>

namespace tokenledger {

namespace {

using Reports = std::vector<SavedReport>;
using Files = std::vector<WrittenExport>;

Result<Reports> readReports(const CacheReader& cache) {
    const auto definitions = cache.definitions(definitionkind::SavedReport);
    if (!definitions) return failure(definitions.error());
    Reports reports;
    for (const Definition& each : *definitions) {
        // One that a newer version wrote is not shown; the command line says what is wrong with it.
        if (auto report = parseSavedReport(each.name, each.body)) reports.push_back(*std::move(report));
    }
    return reports;
}

/// Blocks while the other program paints: neither in the GUI thread nor in the reader's, which all pages wait for.
Result<Files> runPdf(const SavedReport& report, const Result<ReportRequest>& request, const ExportContext& how,
                     const TakeFile& take, const QString& cachePath) {
    if (!request) return failure(request.error());
    const QString pattern = report.fileName.isEmpty() ? defaultFileName(false, false) : report.fileName;
    const auto name =
        fileNameOf(pattern, {report.name, request->range, how.organization, {}, exportSuffix(ExportFormat::Pdf)});
    if (!name) return failure(name.error());
    auto made = runPdfProgram(windowProgram(), {*request, cachePath, how.now, report.pseudonyms});
    if (!made) return failure(made.error());
    const auto written = take(
        {*name, std::move(made->bytes), exportDetail(report.report, request->range, ExportFormat::Pdf), {}, false});
    if (!written) return failure(written.error());
    return Files{*written};
}

}  // namespace

ReportShelf::ReportShelf(SessionController& controller, const Settings& settings, Dialogs& dialogs, QWidget* window)
    : QObject(window), m_controller(controller), m_settings(settings), m_dialogs(dialogs), m_window(window) {}

void ReportShelf::saveAs(const std::vector<NamedReport>& reports) {
    std::vector<NamedReport> known;
    for (const NamedReport& report : reports) {
        if (checkRequest(report.request)) known.push_back(report);
    }
    if (known.empty() || m_controller.session() == nullptr) return;
    showSaveReport(m_window, known, m_settings.replacesNames(), [this](const SavedReport& report) {
        store(report.name, savedReportBody(report), tr("Saved the report %1").arg(report.name));
    });
}

void ReportShelf::store(const QString& name, const QByteArray& body, const QString& sentence) {
    if (m_controller.session() == nullptr) return;
    const auto change = [name, body](CacheWriter& writer, const Author& by) {
        return writer.storeDefinitions({{definitionkind::SavedReport, name, body}}, by);
    };
    whenDone(m_controller.session()->change(change), this, [this, sentence](const Result<void>& stored) {
        if (!stored) return tell(tr("The saved reports were not changed."), stored.error());
        emit said(sentence);
    });
}

void ReportShelf::remove(const QString& name) { store(name, {}, tr("Removed the report %1").arg(name)); }

void ReportShelf::addMenu(QMenu& menu) {
    // Cleared menus keep their submenus.
    delete menu.findChild<QMenu*>(QStringLiteral("savedReportsMenu"), Qt::FindDirectChildrenOnly);
    auto* shelf = menu.addMenu(tr("Saved reports"));
    shelf->setObjectName(QStringLiteral("savedReportsMenu"));
    connect(shelf, &QMenu::aboutToShow, this, [this, shelf = QPointer<QMenu>(shelf)] {
        shelf->clear();
        if (m_controller.session() == nullptr) return;
        whenDone(m_controller.session()->ask(readReports), this, [this, shelf](const Result<Reports>& reports) {
            if (shelf.isNull()) return;
            if (reports) return fill(*shelf, *reports);
            tell(tr("The saved reports cannot be read."), reports.error());
        });
    });
}

void ReportShelf::fill(QMenu& menu, const Reports& reports) {
    menu.clear();
    qDeleteAll(menu.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    if (reports.empty()) menu.addAction(tr("None yet"))->setEnabled(false);
    for (const SavedReport& report : reports) {
        QMenu* one = menu.addMenu(QString(report.name).replace(u'&', QStringLiteral("&&")));
        connect(one->addAction(tr("Write %1 files...").arg(report.format.toUpper())), &QAction::triggered, this,
                [this, report] { run(report); });
        connect(one->addAction(tr("Remove")), &QAction::triggered, this, [this, name = report.name] { remove(name); });
    }
}

void ReportShelf::run(const SavedReport& report) {
    m_dialogs.openFolder(m_window, tr("Folder for the files of %1").arg(report.name),
                         [this, report](const QString& folder) {
                             if (!folder.isEmpty()) write(report, folder);
                         });
}

void ReportShelf::write(const SavedReport& report, const QString& folder) {
    if (m_controller.session() == nullptr) return;
    Session& session = *m_controller.session();
    const auto next = [this, report, folder, session = QPointer<Session>(&session)](const Result<ExportFacts>& facts) {
        if (!facts) return tell(tr("The report was not written."), facts.error());
        if (session.isNull()) return;
        RunContext context{{facts->organization, session->clock().now(), m_settings.csv()},
                           facts->pseudonyms,
                           m_controller.priceProblem()};
        const ExportTarget target = exportTarget(*session, folder);
        const TakeFile take = [target](const RunFile& file) {
            ExportTarget one = target;
            one.path = QDir(target.path).filePath(file.name);
            return writeExport(one, file.bytes, file.detail);
        };
        const auto tellOf = [this, folder](const Result<Files>& files) { finish(files, folder); };
        if (report.format != QLatin1String("pdf")) {
            const auto work = [report, context, take, &prices = session->prices()](const CacheReader& cache) {
                return runSavedReport(cache, report, prices, context, take);
            };
            return whenDone(session->ask(work), this, tellOf);
        }
        const auto asked = [report, today = UtcDay::fromDateTime(context.how.now)](const CacheReader& cache) {
            return requestOf(cache, report, today);
        };
        const auto paint = [this, report, how = context.how, take, path = session->cachePath(),
                            tellOf](const Result<ReportRequest>& request) {
            const auto work = [report, request, how, take, path] { return runPdf(report, request, how, take, path); };
            whenDone(QtConcurrent::run(work), this, tellOf);
        };
        whenDone(session->ask(asked), this, paint);
    };
    askExportFacts(session, report.pseudonyms, this, next);
}

void ReportShelf::finish(const Result<Files>& files, const QString& folder) {
    if (!files) return tell(tr("The report was not written, or not wholly."), files.error());
    QString sentence =
        tr("Saved %n file(s) in %1", nullptr, static_cast<int>(files->size())).arg(QDir(folder).dirName());
    if (files->front().notNoted) sentence += QStringLiteral(". ") + files->front().notNoted->message;
    emit said(sentence);
}

void ReportShelf::tell(const QString& what, const Error& error) {
    m_dialogs.show(m_window, {tr("Saved reports"), what, error.message, error.detail, {}}, [](int) {});
}

}  // namespace tokenledger
