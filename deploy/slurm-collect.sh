#!/bin/bash
#SBATCH --job-name=reportminer-collect
#SBATCH --cpus-per-task=4
#SBATCH --mem=6G
#SBATCH --time=12:00:00
# 나누어 처리한 결과를 모읍니다(index.html, run.json). 빠지거나 실패한 보고서는 여기서 다시 처리합니다.
# Brings the shares together (index.html, run.json). What is missing or failed is processed here again.
exec reportminer run "$1" -o "$2" --jobs "$SLURM_CPUS_PER_TASK"
