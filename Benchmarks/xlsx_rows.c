/*
 * The measure for MedelRender's Excel: a plain C program that writes the same cells with the same
 * library, mode and formats. It reads the file that make_rows.py writes and RenderRows reads.
 *
 *     cc -O2 -o xlsx_rows xlsx_rows.c -lxlsxwriter
 *     ./xlsx_rows ROWS.tsv OUTPUT.xlsx
 *
 * The two workbooks are the same, byte for byte; xlsx_ratio.py compares them and takes the time.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <xlsxwriter.h>

#include "xlsx_rows_columns.h"

/* The digits of a field as a number; points and the hyphens of a date do not count. */
static long long digits(const char *field) {
    long long value = 0;
    for (const char *byte = field; *byte; byte++)
        if (*byte >= '0' && *byte <= '9') value = value * 10 + (*byte - '0');
    return *field == '-' ? -value : value;
}

static int days_since_1970(int number) {
    int year = number / 10000, month = number / 100 % 100, day = number % 100;
    int shifted = month <= 2 ? year - 1 : year;
    int of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    int of_era = shifted % 400 * 365 + shifted % 400 / 4 - shifted % 400 / 100 + of_year;
    return shifted / 400 * 146097 + of_era - 719468;
}

static int number_length(struct column *column) {
    char text[32];
    int length = snprintf(text, sizeof text, "%lld", column->largest);
    int whole = length - 2 > 1 ? length - 2 : 1;
    switch (column->kind) {
    case AMOUNT: return whole + (whole - 1) / 3 + 4;
    case COUNT: return length + (length - 1) / 3 + 1;
    case BASIS_POINTS: return whole + 6;
    default: return 0;
    }
}

static int characters(const char *text) {
    int count = 0;
    for (; *text; text++) count += (*text & 0xC0) != 0x80;
    return count;
}

static int longest_word(const char *title) {
    int longest = 0, length = 0;
    for (;; title++) {
        if (*title == ' ' || *title == '-' || !*title) {
            if (length > longest) longest = length;
            length = 0;
        } else {
            length += (*title & 0xC0) != 0x80;
        }
        if (!*title) return longest;
    }
}

static enum kind kind_named(const char *name) {
    const char *names[] = {"amount", "text", "date", "count", "basisPoints"};
    for (int kind = 0; kind < 5; kind++)
        if (!strcmp(name, names[kind])) return kind;
    exit(2);
}

static void write_cell(lxw_worksheet *sheet, lxw_row_t row, int place, const char *field) {
    struct column *column = &columns[place];
    if (!*field) {
        require(worksheet_write_blank(sheet, row, place, column->body));
        return;
    }
    if (column->kind == TEXT) {
        require(worksheet_write_string(sheet, row, place, field, column->body));
        return;
    }
    long long number = digits(field);
    if (column->kind == DATE) {
        double serial = days_since_1970((int)number) + 25569;
        require(worksheet_write_number(sheet, row, place, serial, column->body));
        return;
    }
    long long size = number < 0 ? -number : number;
    if (size > column->largest) column->largest = size;
    column->total += number;
    double value = column->kind == AMOUNT ? number / 100.0
        : column->kind == COUNT ? (double)number : number / 10000.0;
    require(worksheet_write_number(sheet, row, place, value, column->body));
}

static char *line;
static size_t capacity;

static void read_top(FILE *file, char *heading[6]) {
    if (getline(&line, &capacity, file) < 0) exit(2);
    line[strcspn(line, "\n")] = 0;
    char *rest = strdup(line);
    for (int field = 0; field < 6; field++) heading[field] = strsep(&rest, "\t");
    while (getline(&line, &capacity, file) > 1) {
        struct column *column = &columns[column_count++];
        char kind[32];
        sscanf(line, "%63[^\t]\t%255[^\t]\t%31[^\t]\t%d\t%d", column->key, column->title, kind,
               &column->width, &column->summed);
        column->kind = kind_named(kind);
        int word = longest_word(column->title) + 3;
        column->base = word > column->width ? word : column->width;
    }
}

static int header_lines(void) {
    int lines = 1;
    for (int place = 0; place < column_count; place++) {
        int length = characters(columns[place].title);
        int needed = 1 + (length > 0 ? length - 1 : 0) / (columns[place].base - 1);
        if (needed > lines) lines = needed > 4 ? 4 : needed;
    }
    return lines;
}

static void write_title_block(lxw_worksheet *sheet, char *heading[6], const char *ledger,
                              lxw_format *title, lxw_format *cover, lxw_format *small) {
    char text[600];
    require(worksheet_set_row(sheet, 0, 28, NULL));
    require(worksheet_write_string(sheet, 0, 0, heading[0], title));
    require(worksheet_write_string(sheet, 1, 0, heading[1], cover));
    snprintf(text, sizeof text, "Till och med %s", heading[2]);
    require(worksheet_write_string(sheet, 2, 0, text, cover));
    require(worksheet_write_string(sheet, 3, 0, ledger, small));
}

static void write_header(lxw_worksheet *sheet, lxw_row_t row, char *heading[6],
                         const char *ledger) {
    char text[600];
    require(worksheet_set_row(sheet, row, header_lines() * 15 + 7, NULL));
    for (int place = 0; place < column_count; place++)
        require(worksheet_write_string(sheet, row, place, columns[place].title,
                                       columns[place].header));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_freeze_panes(sheet, row + 1, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.75, 0.75);
    require(worksheet_repeat_rows(sheet, row, row));
    snprintf(text, sizeof text, "&L&8 %s&R&8 %s", heading[0], heading[1]);
    require(worksheet_set_header(sheet, text));
    snprintf(text, sizeof text, "&L&8 %s&R&8Sida &P av &N", ledger);
    require(worksheet_set_footer(sheet, text));
}

static void name_ranges(lxw_workbook *book, lxw_worksheet *sheet, lxw_row_t header, lxw_row_t last,
                        const char *title) {
    char range[64], name[100], formula[400];
    snprintf(range, sizeof range, "A%u:%c%u", header + 2, 'A' + column_count - 1, last + 1);
    require(worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range));
    require(worksheet_autofilter(sheet, header, 0, last, column_count - 1));
    for (int place = 0; place < column_count; place++) {
        snprintf(name, sizeof name, "kolumn_%.63s", columns[place].key);
        snprintf(formula, sizeof formula, "='%s'!$%c$%u:$%c$%u", title, 'A' + place, header + 2,
                 'A' + place, last + 1);
        require(workbook_define_name(book, name, formula));
    }
}

static void write_sum(lxw_workbook *book, lxw_worksheet *sheet, lxw_row_t header, lxw_row_t row,
                      int place, const char *title) {
    struct column *column = &columns[place];
    char formula[400], name[100];
    long long size = column->total < 0 ? -column->total : column->total;
    if (size > column->largest) column->largest = size;
    snprintf(formula, sizeof formula,
             column->kind == AMOUNT ? "=ROUND(SUM('%s'!$%c$%u:$%c$%u),2)"
                                    : "=SUM('%s'!$%c$%u:$%c$%u)",
             title, 'A' + place, header + 2, 'A' + place, row);
    double value = column->kind == AMOUNT ? column->total / 100.0 : (double)column->total;
    require(worksheet_write_formula_num(sheet, row, place, formula, column->sum, value));
    snprintf(name, sizeof name, "summa_%.63s", column->key);
    snprintf(formula, sizeof formula, "='%s'!$%c$%u", title, 'A' + place, row + 1);
    require(workbook_define_name(book, name, formula));
}

static void write_bottom(lxw_workbook *book, lxw_worksheet *sheet, lxw_row_t header, lxw_row_t row,
                         const char *title, lxw_format *note) {
    require(worksheet_set_row(sheet, row, 20, NULL));
    for (int place = 0; place < column_count; place++) {
        if (columns[place].summed)
            write_sum(book, sheet, header, row, place, title);
        else if (place == 0)
            require(worksheet_write_string(sheet, row, 0, "Summa", columns[0].sum));
        else
            require(worksheet_write_blank(sheet, row, place, columns[place].sum));
    }
    require(worksheet_write_string(sheet, row + 2, 0, "Raderna är påhittade.", note));
    for (int place = 0; place < column_count; place++) {
        int needed = number_length(&columns[place]);
        int width = needed > columns[place].base ? needed : columns[place].base;
        require(worksheet_set_column(sheet, place, place, width + 3, NULL));
    }
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    FILE *file = fopen(argv[1], "r");
    if (!file) return 2;
    char *heading[6], ledger[300];
    read_top(file, heading);
    lxw_workbook_options options = {.constant_memory = 1, .tmpdir = "."};
    lxw_workbook *book = workbook_new_opt(argv[2], &options);
    snprintf(ledger, sizeof ledger, "Version %s · kedjehuvud %s", heading[3], heading[4]);
    lxw_doc_properties properties = {
        .title = heading[0], .company = heading[1], .author = "Medel", .comments = ledger,
        .created = atoll(heading[5])};
    require(workbook_set_properties(book, &properties));
    lxw_format *title = add_format(book), *cover = add_format(book);
    format_set_bold(title);
    format_set_font_size(title, 18);
    format_set_font_color(title, 0x1F3F54);
    format_set_font_color(cover, 0x1F3F54);
    lxw_format *small = add_format(book), *note = add_format(book);
    format_set_font_color(small, 0x6B7A85);
    format_set_font_size(small, 8);
    format_set_italic(note);
    format_set_font_color(note, 0x6B7A85);
    for (int place = 0; place < column_count; place++) make_formats(book, &columns[place]);
    lxw_worksheet *sheet = workbook_add_worksheet(book, heading[0]);
    const lxw_row_t header = 5;
    write_title_block(sheet, heading, ledger, title, cover, small);
    write_header(sheet, header, heading, ledger);
    lxw_row_t row = header + 1;
    ssize_t length;
    while ((length = getline(&line, &capacity, file)) > 1) {
        line[length - 1] = 0;
        char *rest = line;
        for (int place = 0; place < column_count; place++)
            write_cell(sheet, row, place, strsep(&rest, "\t"));
        row++;
    }
    name_ranges(book, sheet, header, row - 1, heading[0]);
    write_bottom(book, sheet, header, row, heading[0], note);
    require(workbook_close(book));
    int written = open(argv[2], O_RDONLY);
    if (written < 0 || fsync(written) != 0) return 1;
    close(written);
    free(line);
    fclose(file);
    return 0;
}
