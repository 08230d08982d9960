// The parts of the Reconcile page: three figures with what lies between them, and what is to be done before closing.
// GUI thread.
#pragma once

#include "ui/pages/reconciletexts.h"
#include "ui/pages/reconciletodo.h"
#include "ui/widgets/card.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace tokenledger {

class Pill;

class FigureCard : public QFrame {
    Q_OBJECT
public:
    FigureCard(const Look& look, const QString& name, QWidget* parent = nullptr);
    void setContent(const FigureContent& content);

private:
    const Look& m_look;
    QLabel* m_title;
    QLabel* m_value;
    QGridLayout* m_lines;
};

/// "differs by", the amount, and how far that is.
class DifferenceMark : public QWidget {
    Q_OBJECT
public:
    DifferenceMark(const Look& look, const QString& name, QWidget* parent = nullptr);
    void setContent(const DifferenceContent& content);

private:
    QLabel* m_amount;
    Pill* m_status;
};

class TodoCard : public Card {
    Q_OBJECT
public:
    explicit TodoCard(const Look& look, QWidget* parent = nullptr);
    /// `blocked`: why nothing can be stored; empty: it can.
    void setItems(const std::vector<TodoItem>& items, const QString& blocked);
    [[nodiscard]] const std::vector<TodoItem>& items() const { return m_items; }

signals:
    void actionWanted(const tokenledger::TodoItem& item);

private:
    void addRow(const TodoItem& item, int number, const QString& blocked);
    const Look& m_look;
    QWidget* m_body;
    QVBoxLayout* m_rows;
    std::vector<TodoItem> m_items;
    QString m_blocked;
};

}  // namespace tokenledger
