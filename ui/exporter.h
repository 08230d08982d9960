// Writes what is shown to a file: tables as CSV, XLSX or JSON through the same reports and the same writer as the
// command line, charts as PNG or SVG, the management report as PDF or on paper. GUI thread; files are made beside it.
#pragma once

#include "app/export/exportfile.h"
#include "ui/namedreport.h"
#include "ui/sessioncontroller.h"

#include <QImage>
#include <QObject>
#include <QPointer>

namespace tokenledger {

class Exporter : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to `window`.
    Exporter(SessionController& controller, const Settings& settings, Dialogs& dialogs, QWidget* window);

    /// The format is that of the chosen file's name.
    void exportReport(const NamedReport& report);
    void savePicture(const QImage& picture, const QString& name);
    /// An SVG file.
    void saveDrawing(const QByteArray& drawing, const QString& name);
    /// Of the period and the filters, as PDF.
    void exportManagementReport();
    void printManagementReport();

signals:
    /// "Saved cost-by-model.csv": for the status bar.
    void saved(const QString& sentence);

private:
    using MakeBytes = std::function<Result<QByteArray>()>;
    void writeReport(const ReportRequest& request, const QString& path);
    void writeTable(const QString& path, const Table& table);
    void saveChart(const QString& name, const QString& kinds, const QString& extension, const MakeBytes& make);
    void writePdf(const QString& path);
    /// In another thread. `missing`: what a file has no place to say.
    void write(const ExportTarget& target, const QString& detail, const MakeBytes& make, const QStringList& missing);
    void finish(const Result<WrittenExport>& written, const QStringList& missing);
    void tell(const Error& error);
    [[nodiscard]] ReportRequest overviewRequest() const;
    [[nodiscard]] static QString suggestedName(const QString& what, const QString& extension, const DateRange& range);
    /// Of the picture on the screen, which is older than the filters while a new one is made.
    [[nodiscard]] DateRange shownRange() const;

    SessionController& m_controller;
    const Settings& m_settings;
    Dialogs& m_dialogs;
    QWidget* m_window;
};

}  // namespace tokenledger
