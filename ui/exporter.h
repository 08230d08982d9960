// Writes what is shown to a file: tables as CSV through the same reports as the command line, charts as PNG or
// SVG. GUI thread.
#pragma once

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

    void exportReport(const NamedReport& report);
    void savePicture(const QImage& picture, const QString& name);
    /// An SVG file.
    void saveDrawing(const QByteArray& drawing, const QString& name);

signals:
    /// "Saved cost-by-model.csv": for the status bar.
    void saved(const QString& sentence);

private:
    void writeReport(const ReportRequest& request, const QString& path);
    void writeTable(const QString& path, const Table& table);
    using MakeBytes = std::function<Result<QByteArray>()>;
    void saveChart(const QString& name, const QString& kinds, const QString& extension, const MakeBytes& make);
    bool finish(const QString& path, const Result<void>& written);  // false: it was told why
    void tell(const Error& error);
    [[nodiscard]] static QString suggestedName(const QString& what, const QString& extension, const DateRange& range);
    /// Of the picture on the screen, which is older than the filters while a new one is made.
    [[nodiscard]] DateRange shownRange() const;

    SessionController& m_controller;
    const Settings& m_settings;
    Dialogs& m_dialogs;
    QWidget* m_window;
};

}  // namespace tokenledger
