// Writes what is shown to a file: tables as CSV through the same reports as the command line, charts as PNG. GUI
// thread.
#pragma once

#include "ui/exportkind.h"
#include "ui/sessioncontroller.h"

#include <QImage>
#include <QObject>
#include <QPointer>

namespace tokenledger {

class Exporter : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to `window`.
    Exporter(SessionController& controller, Dialogs& dialogs, QWidget* window);

    /// A report that a page shows by dimensions of the user's choice.
    struct NamedReport {
        QString title;  // "Cost by workspace"
        QString slug;   // in the suggested file name: "cost-by-workspace"
        ReportRequest request;
    };

    void exportCsv(ExportKind kind);
    void exportReport(const NamedReport& report);
    void savePicture(const QImage& picture, const QString& name);

    [[nodiscard]] static QString title(ExportKind kind);
    /// The report that a kind is exported through. Not for Changes, which compares two periods.
    [[nodiscard]] static ReportRequest request(ExportKind kind, const FilterState& filters, const DateRange& range);
    [[nodiscard]] static Table changesTable(const Overview& overview);

signals:
    /// "Saved cost-by-model.csv": for the status bar.
    void saved(const QString& sentence);

private:
    void writeCsv(ExportKind kind, const QString& path);
    void writeReport(const ReportRequest& request, const QString& path);
    void writeTable(const QString& path, const Table& table);
    bool finish(const QString& path, const Result<void>& written);  // false: it was told why
    void tell(const Error& error);
    void askForFile(const QString& title, const QString& name, std::function<void(QString)> write);
    [[nodiscard]] static QString suggestedName(const QString& what, const QString& extension, const DateRange& range);
    /// Of the picture on the screen, which is older than the filters while a new one is made.
    [[nodiscard]] DateRange shownRange() const;

    SessionController& m_controller;
    Dialogs& m_dialogs;
    QWidget* m_window;
};

}  // namespace tokenledger
