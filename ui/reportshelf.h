// The saved reports of the open organization: saving, listing, running and removing them. They are kept in the cache,
// as the command line keeps them. GUI thread.
#pragma once

#include "app/export/exportfile.h"
#include "app/finance/savedreport.h"
#include "ui/namedreport.h"
#include "ui/sessioncontroller.h"

#include <QMenu>
#include <QObject>

namespace tokenledger {

class ReportShelf : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to `window`.
    ReportShelf(SessionController& controller, const Settings& settings, Dialogs& dialogs, QWidget* window);

    /// Asks under which name; only reports of the catalogue can be saved.
    void saveAs(const std::vector<NamedReport>& reports);
    /// An entry for each saved report, to run or to remove it; read anew whenever the menu opens.
    void addMenu(QMenu& menu);
    /// Asks for the folder.
    void run(const SavedReport& report);
    void remove(const QString& name);

signals:
    /// "Saved 3 files in reports": for the status bar.
    void said(const QString& sentence);

private:
    void fill(QMenu& menu, const std::vector<SavedReport>& reports);
    void store(const QString& name, const QByteArray& body, const QString& sentence);
    void write(const SavedReport& report, const QString& folder);
    void finish(const Result<std::vector<WrittenExport>>& files, const QString& folder);
    void tell(const QString& what, const Error& error);

    SessionController& m_controller;
    const Settings& m_settings;
    Dialogs& m_dialogs;
    QWidget* m_window;
};

}  // namespace tokenledger
