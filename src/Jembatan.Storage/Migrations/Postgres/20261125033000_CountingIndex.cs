using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jembatan.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountingIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Codings_CodeId_SourceId",
                table: "Codings");

            migrationBuilder.CreateIndex(
                name: "IX_Codings_CodeId_SourceId_Stance_Basis_Voice_Orphaned",
                table: "Codings",
                columns: new[] { "CodeId", "SourceId", "Stance", "Basis", "Voice", "Orphaned" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Codings_CodeId_SourceId_Stance_Basis_Voice_Orphaned",
                table: "Codings");

            migrationBuilder.CreateIndex(
                name: "IX_Codings_CodeId_SourceId",
                table: "Codings",
                columns: new[] { "CodeId", "SourceId" });
        }
    }
}
