#include "ui/dialogs/widgetdialogs.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QUrl>

#include <memory>

namespace tokenledger {

namespace {

void pick(QWidget* parent, const Dialogs::FileQuestion& question, QFileDialog::AcceptMode mode,
          std::function<void(QString)> done) {
    auto* dialog = new QFileDialog(parent, question.title, QString(), question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    // The dialog asks before it overwrites, so it must know the whole name.
    dialog->setDefaultSuffix(QFileInfo(question.suggested).suffix());
    if (!question.suggested.isEmpty()) dialog->selectFile(question.suggested);
    // Another kind of file is another suffix: "CSV (*.csv);;Excel (*.xlsx)".
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, mode](const QString& filter) {
        const QString suffix = filter.section(QStringLiteral("*."), 1).section(u')', 0, 0);
        if (mode != QFileDialog::AcceptSave || suffix.isEmpty()) return;
        dialog->setDefaultSuffix(suffix);
        const QStringList files = dialog->selectedFiles();
        if (files.isEmpty()) return;
        const QFileInfo file(files.first());
        dialog->selectFile(file.completeBaseName() + u'.' + suffix);
    });
    QObject::connect(dialog, &QFileDialog::finished, parent, [dialog, done = std::move(done)](int result) {
        const QStringList files = dialog->selectedFiles();
        done(result == QDialog::Accepted && !files.isEmpty() ? files.first() : QString());
    });
    dialog->open();
}

}  // namespace

void WidgetDialogs::openFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> done) {
    pick(parent, question, QFileDialog::AcceptOpen, std::move(done));
}

void WidgetDialogs::saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> done) {
    pick(parent, question, QFileDialog::AcceptSave, std::move(done));
}

void WidgetDialogs::openFolder(QWidget* parent, const QString& title, std::function<void(QString)> done) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::finished, parent, [dialog, done = std::move(done)](int result) {
        const QStringList folders = dialog->selectedFiles();
        done(result == QDialog::Accepted && !folders.isEmpty() ? folders.first() : QString());
    });
    dialog->open();
}

void WidgetDialogs::print(QWidget* parent, const QString& title, std::function<void(QPagedPaintDevice&)> paint) {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    printer->setDocName(title);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    // The connection keeps the printer, which the dialog uses to its end.
    QObject::connect(dialog, &QDialog::accepted, parent, [printer, paint = std::move(paint)] { paint(*printer); });
    dialog->open();
}

void WidgetDialogs::askText(QWidget* parent, const TextQuestion& question, std::function<void(QString)> done) {
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.label);
    dialog->setTextValue(question.value);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, std::move(done));
    dialog->open();
}

void WidgetDialogs::show(QWidget* parent, const Message& message, std::function<void(int)> done) {
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(message.title);
    // Plain text: an error may quote what a server sent.
    box->setTextFormat(Qt::PlainText);
    box->setText(message.text);
    box->setInformativeText(message.more);
    if (!message.detail.isEmpty()) box->setDetailedText(message.detail);
    const QStringList answers = message.answers.isEmpty() ? QStringList{QObject::tr("OK")} : message.answers;
    QList<QPushButton*> buttons;
    for (int i = 0; i < answers.size(); ++i) {
        const QMessageBox::ButtonRole role = i == 0 ? QMessageBox::AcceptRole : QMessageBox::RejectRole;
        buttons.append(box->addButton(answers.at(i), role));
        // The style sheet's least width would let the box cut the text.
        buttons.last()->ensurePolished();
        buttons.last()->setMinimumWidth(buttons.last()->sizeHint().width());
    }
    box->setDefaultButton(buttons.first());
    box->setEscapeButton(message.harmless < 0 ? buttons.last() : buttons.value(message.harmless));
    QObject::connect(box, &QMessageBox::finished, parent, [box, buttons, done = std::move(done)] {
        for (int i = 0; i < buttons.size(); ++i) {
            if (box->clickedButton() == buttons.at(i)) {
                done(i);
                return;
            }
        }
        done(-1);
    });
    box->open();
}

void WidgetDialogs::openAddress(const QString& address) { QDesktopServices::openUrl(QUrl(address)); }

}  // namespace tokenledger
