// Message boxes and file pickers behind a seam: none of them blocks, and tests answer for the user. GUI thread.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QPagedPaintDevice;
class QWidget;

namespace tokenledger {

class Dialogs {
public:
    virtual ~Dialogs() = default;
    Dialogs() = default;
    Dialogs(const Dialogs&) = delete;
    Dialogs& operator=(const Dialogs&) = delete;

    struct FileQuestion {
        QString title;
        QString filter;     // "CSV (*.csv)"
        QString suggested;  // path or file name
    };
    struct TextQuestion {
        QString title;
        QString label;
        QString value;
    };
    struct Message {
        QString title;
        QString text;         // one plain sentence
        QString more;         // what it means, what to do
        QString detail;       // folded away under "Technical details"; may be empty
        QStringList answers;  // buttons from left to right; empty: one "OK". The first is the default
        int harmless = -1;    // the answer that changes nothing, which Escape gives; -1: the last
    };

    /// Empty path: the user thought better of it. `done` is not called once `parent` is gone.
    virtual void openFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> done) = 0;
    virtual void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> done) = 0;
    /// A folder, to write several files into.
    virtual void openFolder(QWidget* parent, const QString& title, std::function<void(QString)> done) = 0;
    /// Asks for a printer; `paint` paints on it. Not called when the user thought better of it.
    virtual void print(QWidget* parent, const QString& title, std::function<void(QPagedPaintDevice&)> paint) = 0;
    /// One line of text. `done` is not called when the user thought better of it.
    virtual void askText(QWidget* parent, const TextQuestion& question, std::function<void(QString)> done) = 0;
    /// The index of the answer; -1 when the box was closed without one.
    virtual void show(QWidget* parent, const Message& message, std::function<void(int)> done) = 0;
    /// Opens an address in the user's browser.
    virtual void openAddress(const QString& address) = 0;
};

}  // namespace tokenledger
