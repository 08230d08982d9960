// The real dialogs: QFileDialog and QMessageBox, opened without waiting for them. GUI thread.
#pragma once

#include "ui/dialogs/dialogs.h"

namespace tokenledger {

class WidgetDialogs final : public Dialogs {
public:
    void openFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> done) override;
    void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> done) override;
    void openFolder(QWidget* parent, const QString& title, std::function<void(QString)> done) override;
    void print(QWidget* parent, const QString& title, std::function<void(QPagedPaintDevice&)> paint) override;
    void askText(QWidget* parent, const TextQuestion& question, std::function<void(QString)> done) override;
    void show(QWidget* parent, const Message& message, std::function<void(int)> done) override;
    void openAddress(const QString& address) override;
};

}  // namespace tokenledger
