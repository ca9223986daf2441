/* The columns of xlsx_rows.c and their formats, the same as SheetStyle.swift makes. */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum kind { AMOUNT, TEXT, DATE, COUNT, BASIS_POINTS };

struct column {
    char key[64], title[256];
    enum kind kind;
    int width, summed, base;
    long long largest, total;
    lxw_format *header, *body, *sum;
};

static struct column columns[100];
static int column_count;

static void require(lxw_error error) {
    if (error) {
        fprintf(stderr, "%s\n", lxw_strerror(error));
        exit(1);
    }
}

static int is_number(enum kind kind) {
    return kind == AMOUNT || kind == COUNT || kind == BASIS_POINTS;
}

static const char *number_format(enum kind kind) {
    switch (kind) {
    case AMOUNT: return "[$-41D]#,##0.00;[$-41D]\u2212#,##0.00";
    case COUNT: return "[$-41D]#,##0;[$-41D]\u2212#,##0";
    case BASIS_POINTS: return "[$-41D]0.00\\ %;[$-41D]\u2212" "0.00\\ %";
    case DATE: return "yyyy\\-mm\\-dd";
    default: return "@";
    }
}

static lxw_format *add_format(lxw_workbook *book) {
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, "Calibri");
    return format;
}

static void align(lxw_format *format, enum kind kind) {
    format_set_align(format, is_number(kind) ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
    format_set_indent(format, 1);
}

static void make_formats(lxw_workbook *book, struct column *column) {
    for (struct column *earlier = columns; earlier < column; earlier++) {
        if (earlier->kind == column->kind) {
            column->header = earlier->header;
            column->body = earlier->body;
            column->sum = earlier->sum;
            return;
        }
    }
    lxw_format *format = column->header = add_format(book);
    format_set_bold(format);
    format_set_font_color(format, 0xFFFFFF);
    format_set_bg_color(format, 0x1F3F54);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    align(format, column->kind);
    format = column->body = add_format(book);
    format_set_num_format(format, number_format(column->kind));
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bottom_color(format, 0xD5DDE2);
    align(format, column->kind);
    format = column->sum = add_format(book);
    format_set_num_format(format, column->kind == DATE ? "@" : number_format(column->kind));
    format_set_bold(format);
    format_set_font_color(format, 0x1F3F54);
    format_set_bg_color(format, 0xEAF0F3);
    format_set_top(format, LXW_BORDER_THIN);
    format_set_top_color(format, 0x1F3F54);
    format_set_bottom(format, LXW_BORDER_DOUBLE);
    format_set_bottom_color(format, 0x1F3F54);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    align(format, column->kind);
}

